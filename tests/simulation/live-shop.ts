import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Deps } from '#lib/server/deps.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { startSession, type NewSession } from '#lib/server/people/sessions.ts';
import { buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { openNode, type ClientSocket, type LiveNode } from './live-node.ts';

export interface LiveShop {
	database: TestDatabase;
	deps: Deps;
	node: LiveNode;
	ana: Person;
	session: NewSession;
	/** Connects a board of Ana's that is at a version. */
	join: (since: number | null, auth?: object) => ClientSocket;
	/** Commits changes: one job moves to and fro. */
	makeChanges: (count: number) => Promise<void>;
}

/** A node for the file, and for each test a new shop with one job in it and Ana signed in. */
export function liveShop(): LiveShop {
	const shop = {} as LiveShop;
	beforeAll(async () => {
		shop.database = await testDatabase();
		shop.deps = testDeps(shop.database);
		shop.node = await openNode(shop.deps, shop.database.url);
	});
	afterAll(async () => {
		await shop.node.close();
		await shop.database.close();
	});
	beforeEach(async () => {
		const { sql } = shop.database;
		shop.ana = await buildPerson(sql, await buildShop(sql));
		shop.session = await startSession(shop.database, shop.ana, 'Chrome on Android');
		const number = await buildJob(sql, shop.ana, { status: 'QN' });
		shop.makeChanges = makeChangesOf(shop, number);
	});
	shop.join = (since, auth = {}) => shop.node.connect({ since, token: shop.session.token, ...auth });
	return shop;
}

function makeChangesOf({ deps, ana }: LiveShop, number: number) {
	const ways = [{ from: 'QN', to: 'CR' } as const, { from: 'CR', to: 'QN' } as const];
	return async (count: number) => {
		for (let made = 0; made < count; made++) {
			const [way] = ways;
			ways.reverse();
			await moveJob(deps, ana, number, { ...mutation(), ...way! });
		}
	};
}

/** The payload of the next such event. */
export function heard<Payload>(socket: ClientSocket, event: string): Promise<Payload> {
	return new Promise((resolve) =>
		socket.onAny((name: string, payload: Payload) => name === event && resolve(payload))
	);
}
