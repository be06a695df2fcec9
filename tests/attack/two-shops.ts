import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import type { Sql } from '#lib/server/db/client.ts';
import type { Deps } from '#lib/server/deps.ts';
import { hashPassword } from '#lib/server/people/passwords.ts';
import { setLogo } from '#lib/server/settings/set-logo.ts';
import { startApi, type ApiClient } from '#tests/contract/api-client.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { png } from '#tests/support/pictures.ts';
import { keysIn } from '#tests/support/stores.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { shopContents, type ShopContents } from './shop-contents.ts';

/** Everybody's password here. */
export const PASSWORD = 'loupe-and-tweezers';

/** A word that stands in every name of the other shop, and nowhere else. */
export const MARK = 'Obsidian';

/** The other shop counts its jobs from here on, so that none of its numbers is one of this shop's. */
const THEIR_NUMBERS = 5_000;

/** A production server with two shops in it: one whose people attack, and one that is to notice nothing. */
export interface TwoShops {
	api: ApiClient;
	/** For use cases in this process, on the server's database and folder. */
	deps: Deps;
	passwordHash: string;
	/** The admins. */
	ours: Person;
	theirs: Person;
	/** All that the database has of a shop. */
	contents: (shopId: string) => Promise<ShopContents>;
	/** The keys of a shop's files. */
	files: (shopId: string) => Promise<string[]>;
	stop: () => Promise<void>;
}

/** Everything is logged, so that whatever a log must not hold is looked for where it would be. */
export async function startTwoShops(env: NodeJS.ProcessEnv = {}): Promise<TwoShops> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'attack-'));
	const store = folderStore(path.join(dataDir, 'files'));
	const api = await startApi({ DATA_DIR: dataDir, LOG_LEVEL: 'trace', ...env });
	const deps = depsOver(api, store);
	const theirs = await buildTheirs(api.database.sql);
	for (const admin of [api.ana, theirs]) await setLogo(deps, admin, await png());
	return {
		api,
		deps,
		passwordHash: await hashPassword(PASSWORD),
		ours: api.ana,
		theirs,
		contents: shopContents(api.database.sql),
		files: (shopId) => keysIn(store, `shops/${shopId}/`),
		stop: async () => {
			await api.stop();
			rmSync(dataDir, { recursive: true });
		}
	};
}

function depsOver({ database }: ApiClient, store: ObjectStore): Deps {
	const now = () => new Date().toISOString();
	return { ...testDeps(database), store, now };
}

async function buildTheirs(sql: Sql): Promise<Person> {
	const shopId = await buildShop(sql, { name: `${MARK} & Daughters` });
	await sql`update shops set last_job_number = ${THEIR_NUMBERS} where id = ${shopId}`;
	return buildPerson(sql, shopId, { name: `Eve ${MARK}` });
}
