import { describe, expect, it } from 'vitest';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import { isDue, restOfWeek } from './due-filter.ts';

/** A Wednesday. */
const TODAY = '2026-03-04';
const clock = { now: `${TODAY}T12:00:00.000Z`, aging: { ...DEFAULT_AGING, timeZone: 'UTC' } };
const isThisWeek = (promisedOn: string, status: Status = 'IP') =>
	isDue({ status, statusSince: clock.now, promisedOn, hold: null }, 'this_week', clock);

describe('[P4] due this week', () => {
	it.each([
		['2026-03-03', false],
		['2026-03-04', true],
		['2026-03-08', true],
		['2026-03-09', false]
	])('is from today to Sunday: %s is %s', (day, expected) => {
		expect(isThisWeek(day)).toBe(expected);
	});

	it('is all of it on a Monday, and the day itself on a Sunday', () => {
		expect(restOfWeek('2026-03-02')).toEqual({ first: '2026-03-02', last: '2026-03-08' });
		expect(restOfWeek('2026-03-08')).toEqual({ first: '2026-03-08', last: '2026-03-08' });
	});

	it('[G1] is nothing that is ready, and what is on hold', () => {
		expect(isThisWeek('2026-03-05', 'RP')).toBe(false);
		expect(isThisWeek('2026-03-05', 'OH')).toBe(true);
	});

	it('is a week of the shop, not of the server', () => {
		const sunday = { ...clock, now: '2026-03-08T23:00:00.000Z' };
		const inTokyo = { ...sunday, aging: { ...sunday.aging, timeZone: 'Asia/Tokyo' } };
		const job = { status: 'IP', statusSince: TODAY, promisedOn: '2026-03-12', hold: null } as const;
		expect([isDue(job, 'this_week', sunday), isDue(job, 'this_week', inTokyo)]).toEqual([false, true]);
	});
});
