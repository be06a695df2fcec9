import { describe, expect, it } from 'vitest';
import { addDays, dayIn, daysBetween, isDay, isTimeZone, nextMidnight, shiftDays } from './dates.ts';

describe('days', () => {
	it('[G1] fall where the shop is, not where the server is', () => {
		expect(dayIn('America/New_York', '2026-03-10T03:30:00.000Z')).toBe('2026-03-09');
		expect(dayIn('Asia/Tokyo', '2026-03-09T15:30:00.000Z')).toBe('2026-03-10');
	});

	it('are counted by the calendar across daylight saving', () => {
		expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
		expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
		expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
	});

	it('shift an instant by calendar days and keep the wall clock', () => {
		expect(shiftDays('America/New_York', '2026-03-07T15:00:00.000Z', 1)).toBe('2026-03-08T14:00:00.000Z');
	});

	it('[G5] end at midnight in the shop, on a 23-hour day too', () => {
		expect(nextMidnight('America/New_York', '2026-03-08T05:00:00.000Z')).toBe('2026-03-09T04:00:00.000Z');
		expect(nextMidnight('UTC', '2026-03-08T00:00:00.000Z')).toBe('2026-03-09T00:00:00.000Z');
	});

	it('are told from texts that only look like days', () => {
		expect(isDay('2028-02-29')).toBe(true);
		for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'tomorrow', '2026-01-01T00:00:00Z']) {
			expect(isDay(text), text).toBe(false);
		}
	});

	it('know which time zones exist', () => {
		expect(isTimeZone('Europe/Vienna')).toBe(true);
		expect(isTimeZone('Europe/Atlantis')).toBe(false);
	});
});
