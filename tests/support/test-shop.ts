import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Change } from '#lib/realtime/protocol.ts';
import { readChangesSince } from '#lib/server/board/read-changes.ts';
import type { Sql } from '#lib/server/db/client.ts';
import type { Deps } from '#lib/server/deps.ts';
import { buildJob, buildPerson, buildShop, FIRST_VERSION, type JobParts, type Person } from './factories.ts';
import { testDatabase, type TestDatabase } from './postgres.ts';
import { testClock, testDeps, type TestClock } from './test-deps.ts';

export const NOW = '2026-03-02T10:00:00.000Z';

export interface TestShop {
	sql: Sql;
	/** The address of its database. */
	url: string;
	deps: Deps;
	clock: TestClock;
	/** Its admin. */
	ana: Person;
	build: (job?: JobParts) => Promise<number>;
	/** All that the log says since the shop was built. */
	changes: () => Promise<Change[]>;
}

/** A database for the file, and in it a new shop for each test, at 2026-03-02 10:00 UTC. */
export function testShop(): TestShop {
	let database: TestDatabase;
	const clock = testClock();
	const shop = { clock } as TestShop;
	beforeAll(async () => {
		database = await testDatabase();
		Object.assign(shop, { sql: database.sql, url: database.url, deps: testDeps(database, clock) });
	});
	afterAll(() => database.close());
	beforeEach(async () => {
		clock.set(NOW);
		shop.ana = await buildPerson(shop.sql, await buildShop(shop.sql));
		shop.build = (job) => buildJob(shop.sql, shop.ana, job);
		shop.changes = async () =>
			(await readChangesSince(shop.sql, shop.ana.shopId, FIRST_VERSION, 10_000)).changes;
	});
	return shop;
}

/** A mutation id that has not been used. */
export function mutation(): { mutationId: string } {
	return { mutationId: randomUUID() };
}
