import { describe, expect, test } from 'vitest';
import type { Status } from '#lib/jobs/status.ts';
import { connect } from '#lib/server/db/client.ts';
import { buildContact, buildPerson } from '#tests/support/factories.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { createJob } from './create-job.ts';
import { moveJob } from './move-job.ts';
import { readHistory } from './read-history.ts';
import { undoMove } from './undo-move.ts';

const shop = testShop();
const move = (number: number, from: Status, to: Status, asked = mutation(), actor = shop.ana) =>
	moveJob(shop.deps, actor, number, { ...asked, from, to });
const codesOf = (results: PromiseSettledResult<unknown>[]) =>
	results.map((result) => (result.status === 'fulfilled' ? 200 : (result.reason as { code: string }).code));

describe('at the same moment', () => {
	test('[W8] of two people who move one card, exactly one wins', async () => {
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Ben' });
		for (let round = 0; round < 10; round++) {
			const number = await shop.build({ status: 'QN' });
			const results = await Promise.allSettled([
				move(number, 'QN', 'CR'),
				move(number, 'QN', 'IP', mutation(), ben)
			]);
			expect(codesOf(results).sort()).toEqual([200, 'job.moved']);
			expect(await readHistory(shop.deps, shop.ana, number)).toHaveLength(1);
		}
	});

	test('[W8, W12, C1] 16 writers: one winner a card, no place twice, no version missing', async () => {
		const jobs: number[] = [];
		for (let i = 0; i < 12; i++) jobs.push(await shop.build({ status: 'QN' }));
		const writers = Array.from({ length: 16 }, (_, writer) =>
			Promise.allSettled(jobs.map((number, i) => move(number, 'QN', (writer + i) % 2 ? 'CR' : 'IP')))
		);
		const codes = (await Promise.all(writers)).flatMap(codesOf);
		expect(codes.filter((code) => code === 200)).toHaveLength(jobs.length);
		expect(codes.filter((code) => code === 'job.moved')).toHaveLength(15 * jobs.length);
		await expectSoundBoard(jobs.length);
	});

	test('[W12] 16 writers who drop on one spot all get places of their own', async () => {
		const anchor = await shop.build({ status: 'CR' });
		const jobs: number[] = [];
		for (let i = 0; i < 16; i++) jobs.push(await shop.build({ status: 'QN' }));
		await Promise.all(
			jobs.map((number) =>
				moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR', after: anchor })
			)
		);
		await expectSoundBoard(16);
	});
});

async function expectSoundBoard(moves: number): Promise<void> {
	const changes = await shop.changes();
	expect(changes.map(({ version }) => version)).toEqual(Array.from({ length: moves }, (_, i) => i + 2));
	const places = await shop.sql`
		select status, rank from jobs where shop_id = ${shop.ana.shopId} group by status, rank having count(*) > 1`;
	expect(places).toHaveLength(0);
}

describe('a mutation that comes again', () => {
	test('five times at once: one event, five equal answers', async () => {
		const number = await shop.build({ status: 'QN' });
		const asked = mutation();
		const answers = await Promise.all(Array.from({ length: 5 }, () => move(number, 'QN', 'CR', asked)));
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		expect(await shop.changes()).toHaveLength(1);
	});

	test('five times at once, making a job: one job, five equal answers', async () => {
		const customerId = await buildContact(shop.sql, shop.ana.shopId);
		const input = { ...mutation(), type: 'repair' as const, customerId, promisedOn: '2026-03-20' };
		const answers = await Promise.all(Array.from({ length: 5 }, () => createJob(shop.deps, shop.ana, input)));
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		expect(answers[0]?.job.number).toBe(1);
		expect(await shop.changes()).toHaveLength(1);
	});

	test('gets its answer although the job has gone on', async () => {
		const number = await shop.build({ status: 'QN' });
		const asked = mutation();
		const answer = await move(number, 'QN', 'CR', asked);
		await move(number, 'CR', 'IP');
		expect(await move(number, 'QN', 'CR', asked)).toEqual(answer);
	});

	test('for another job, by another person or as another request is refused', async () => {
		const [number, other] = [await shop.build({ status: 'QN' }), await shop.build({ status: 'QN' })];
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Ben' });
		const asked = mutation();
		await move(number, 'QN', 'CR', asked);
		const reused = { code: 'mutation.reused' };
		await expect(move(other, 'QN', 'CR', asked)).rejects.toMatchObject(reused);
		await expect(move(number, 'QN', 'CR', asked, ben)).rejects.toMatchObject(reused);
		await expect(undoMove(shop.deps, shop.ana, number, asked)).rejects.toMatchObject(reused);
		expect(await shop.changes()).toHaveLength(1);
	});

	test('for two jobs at once: one moves, the other is refused', async () => {
		const jobs = [await shop.build({ status: 'QN' }), await shop.build({ status: 'QN' })];
		const asked = mutation();
		const results = await Promise.allSettled(jobs.map((number) => move(number, 'QN', 'CR', asked)));
		expect(codesOf(results).sort()).toEqual([200, 'mutation.reused']);
	});
});

test('a move takes at most six statements between begin and commit', async () => {
	const statements: string[] = [];
	const { host, port, user, pass, database } = shop.sql.options as unknown as Record<string, string>;
	const url = `postgres://${user}:${pass ?? ''}@${String(host)}:${String(port)}/${database}`;
	const client = connect(url, { max: 1 });
	client.sql.options.debug = (_connection, statement) => statements.push(statement.trim());
	try {
		const number = await shop.build({ status: 'QN' });
		const deps = { ...testDeps(client), now: shop.clock.now };
		await client.sql`select 1`;
		statements.length = 0;
		await moveJob(deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR' });
	} finally {
		await client.close();
	}
	expect([statements[0], statements.at(-1)]).toEqual(['begin', 'commit']);
	expect(statements.slice(1, -1).length).toBeLessThanOrEqual(6);
});
