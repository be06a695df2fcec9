import { expect, test } from 'vitest';
import { countTurns } from '#lib/server/db/pool-use.ts';
import { createMetrics } from './metrics.ts';

const MOVES = '/api/v1/jobs/[number]/moves';
const request = (over: object) => ({ method: 'POST', route: MOVES, status: 200, ms: 4, ...over });

/** The line of a sample; undefined when there is none. */
async function sample(
	{ registry }: ReturnType<typeof createMetrics>,
	name: string
): Promise<number | undefined> {
	const lines = (await registry.metrics()).split('\n');
	const value = lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
	return value === undefined ? undefined : Number(value);
}

test('a request is timed by its method, its route and the class of its status', async () => {
	const metrics = createMetrics();
	for (const status of [200, 201, 409]) metrics.requestAnswered(request({ status }));
	const name = 'benchboard_request_duration_seconds';
	expect(await sample(metrics, `${name}_count{method="POST",route="${MOVES}",status="2xx"}`)).toBe(2);
	expect(await sample(metrics, `${name}_count{method="POST",route="${MOVES}",status="4xx"}`)).toBe(1);
	expect(
		await sample(metrics, `${name}_bucket{le="0.005",method="POST",route="${MOVES}",status="2xx"}`)
	).toBe(2);
	expect(
		await sample(metrics, `${name}_bucket{le="0.002",method="POST",route="${MOVES}",status="2xx"}`)
	).toBe(0);
});

test('whatever is asked for, the series stay few', async () => {
	const metrics = createMetrics();
	for (let count = 0; count < 100; count++)
		metrics.requestAnswered(request({ method: `METHOD${count}`, route: null, status: 404 }));
	const text = await metrics.registry.metrics();
	expect(text.match(/^benchboard_request_duration_seconds_count/gm)).toHaveLength(1);
	expect(text).toContain('{method="other",route="none",status="4xx"} 100');
});

test('a change is as old as the time since it was made, and never younger than nothing', async () => {
	const metrics = createMetrics();
	const now = Date.parse('2026-03-02T10:00:00.500Z');
	metrics.changesPassedOn([{ at: '2026-03-02T10:00:00.000Z' }, { at: '2026-03-02T10:00:01.000Z' }], now);
	expect(await sample(metrics, 'benchboard_change_delivery_seconds_count')).toBe(2);
	expect(await sample(metrics, 'benchboard_change_delivery_seconds_sum')).toBe(0.5);
});

test('what the store could not do is counted by what it was asked to do, from zero', async () => {
	const metrics = createMetrics();
	expect(await sample(metrics, 'benchboard_storage_errors_total{operation="put"}')).toBe(0);
	metrics.storageFailed('put');
	expect(await sample(metrics, 'benchboard_storage_errors_total{operation="put"}')).toBe(1);
	expect(await sample(metrics, 'benchboard_storage_errors_total{operation="get"}')).toBe(0);
});

test('a pool tells how many transactions run and wait, whichever way they end', async () => {
	const metrics = createMetrics();
	const { use, takeTurn } = countTurns(10, metrics.transactionBegan);
	metrics.watchPool(use);
	const [served, waiting] = [takeTurn(), takeTurn()];
	served.begin();
	const state = (name: string) => sample(metrics, `benchboard_database_transactions{state="${name}"}`);
	expect([await state('running'), await state('waiting')]).toEqual([1, 1]);
	served.end();
	waiting.end();
	expect([await state('running'), await state('waiting')]).toEqual([0, 0]);
	expect(await sample(metrics, 'benchboard_database_connections_max')).toBe(10);
	expect(await sample(metrics, 'benchboard_database_wait_seconds_count')).toBe(1);
});

test('the screens and the feed are told as they are at the moment of asking', async () => {
	const metrics = createMetrics();
	expect(await sample(metrics, 'benchboard_connected_screens{kind="person"}')).toBeUndefined();
	const state = {
		screens: { person: 3, display: 1 },
		feed: { isListening: true, behind: { versions: 0, ms: 0 }, unseen: 800 }
	};
	metrics.watchRealtime(() => state);
	expect(await sample(metrics, 'benchboard_listen_up')).toBe(1);
	Object.assign(state.feed, { isListening: false, behind: { versions: 7, ms: 250 } });
	expect(await sample(metrics, 'benchboard_connected_screens{kind="person"}')).toBe(3);
	expect(await sample(metrics, 'benchboard_connected_screens{kind="display"}')).toBe(1);
	expect(await sample(metrics, 'benchboard_listen_up')).toBe(0);
	expect(await sample(metrics, 'benchboard_feed_lag_versions')).toBe(7);
	expect(await sample(metrics, 'benchboard_feed_lag_seconds')).toBe(0.25);
	expect(await sample(metrics, 'benchboard_feed_unseen_seconds')).toBe(0.8);
});
