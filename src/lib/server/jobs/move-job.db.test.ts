import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { isEdge, nextStatuses, STATUSES, type Status } from '#lib/jobs/status.ts';
import type { MoveInput } from '#lib/jobs/job-input.ts';
import type { Deps } from '#lib/server/deps.ts';
import { DAY, testClock, testDeps } from '#tests/support/test-deps.ts';
import { buildContact, buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { moveJob } from './move-job.ts';
import { readHistory } from './read-history.ts';
import { readJob } from './read-job.ts';

let database: TestDatabase;
let deps: Deps;
let ana: Person;
const clock = testClock();

beforeAll(async () => {
	database = await testDatabase();
	deps = testDeps(database, clock);
});
afterAll(() => database.close());
beforeEach(async () => {
	clock.set('2026-03-02T10:00:00.000Z');
	ana = await buildPerson(database.sql, await buildShop(database.sql));
});

const build = (job: Parameters<typeof buildJob>[2]) => buildJob(database.sql, ana, job);
const mutation = () => ({ mutationId: randomUUID() });
const move = (number: number, input: Omit<MoveInput, 'mutationId'>, actor = ana) =>
	moveJob(deps, actor, number, { ...mutation(), ...input });
const needs = (to: Status) => (to === 'OH' ? { hold: { reason: 'stones' as const } } : {});

const PAIRS = STATUSES.flatMap((from) => STATUSES.filter((to) => to !== from).map((to) => ({ from, to })));

describe('the 30 pairs', () => {
	test.each(PAIRS.filter(({ from, to }) => isEdge(from, to)))('[W2] $from to $to', async ({ from, to }) => {
		const vendorId = await buildContact(database.sql, ana.shopId, { roles: ['vendor'] });
		const number = await build({ status: from, vendorId });
		const { version, card } = await move(number, { from, to, ...needs(to) });
		expect(card).toMatchObject({ number, status: to, version });
		expect(await readJob(deps, ana, number)).toMatchObject(card);
	});

	test.each(PAIRS.filter(({ from, to }) => !isEdge(from, to)))(
		'[W2] never $from to $to: says where it may go, and writes nothing',
		async ({ from, to }) => {
			const number = await build({ status: from });
			const before = await readJob(deps, ana, number);
			const refused = move(number, { from, to, ...needs(to) });
			await expect(refused).rejects.toMatchObject({
				code: 'move.not_allowed',
				facts: { from, allowed: nextStatuses(from), card: { number, status: from, version: 1 } }
			});
			expect(await readJob(deps, ana, number)).toEqual(before);
			expect(await readHistory(deps, ana, number)).toEqual([]);
		}
	);
});
