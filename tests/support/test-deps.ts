import { createLog } from '#lib/server/log.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Deps } from '#lib/server/deps.ts';
import { createMetrics } from '#lib/server/metrics/metrics.ts';
import type { TestDatabase } from './postgres.ts';

export interface TestClock {
	now: () => Instant;
	set: (instant: Instant) => void;
	/** Moves the clock on. */
	pass: (milliseconds: number) => void;
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A clock that stands still until it is told otherwise. */
export function testClock(start: Instant = '2026-03-02T10:00:00.000Z'): TestClock {
	let instant = start;
	return {
		now: () => instant,
		set: (to) => (instant = to),
		pass: (milliseconds) => (instant = new Date(Date.parse(instant) + milliseconds).toISOString())
	};
}

/** What use cases take, on a test database, with a test clock, a log that says nothing and no place for files. */
export function testDeps({ db, sql }: Pick<TestDatabase, 'db' | 'sql'>, clock = testClock()): Deps {
	return {
		db,
		sql,
		pool: { max: 10, running: 0, waiting: 0 },
		now: clock.now,
		log: createLog('silent'),
		metrics: createMetrics(),
		store: NO_STORE,
		wakeSweeper: () => undefined
	};
}

const refuse = () => Promise.reject(new Error('This test has no place for files'));
const NO_STORE: Deps['store'] = {
	put: refuse,
	get: refuse,
	size: refuse,
	remove: refuse,
	list: () => {
		throw new Error('This test has no place for files');
	},
	tidy: refuse,
	check: refuse
};
