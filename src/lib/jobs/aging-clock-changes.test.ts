import { describe, expect, it } from 'vitest';
import { addDays, dayIn, nextMidnight, startOfDay, type Instant } from '#lib/kernel/dates.ts';
import { agingOf, DEFAULT_AGING } from './aging.ts';

/** Days on which clocks change, with their hours, and days of zones whose clocks never do. */
const DAYS: [zone: string, day: string, hours: number, what: string][] = [
	['America/New_York', '2026-03-08', 23, 'an hour is missing'],
	['America/New_York', '2026-11-01', 25, 'an hour comes twice'],
	['Europe/Lisbon', '2026-03-29', 23, 'an hour is missing'],
	['Europe/Lisbon', '2026-10-25', 25, 'an hour comes twice'],
	['Asia/Tokyo', '2026-03-29', 24, 'clocks never change'],
	['Asia/Kolkata', '2026-10-25', 24, 'half an hour off the full hours'],
	['Australia/Lord_Howe', '2026-10-04', 23.5, 'half an hour is missing'],
	['Australia/Lord_Howe', '2026-04-05', 24.5, 'half an hour comes twice'],
	['America/Santiago', '2026-09-06', 23, 'midnight is missing'],
	['America/Santiago', '2026-04-04', 25, 'the last hour comes twice'],
	['Africa/Cairo', '2026-04-24', 23, 'midnight is missing'],
	['Africa/Cairo', '2026-10-29', 25, 'the last hour comes twice']
];

const after = (instant: Instant, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

describe.each(DAYS)('in %s on %s', (timeZone, day, hours, what) => {
	const begin = startOfDay(timeZone, day);
	const end = nextMidnight(timeZone, begin);
	const lastMoment = after(end, -1);

	it(`[G5] ${what}: the day has ${hours} hours, and every moment of it is in it`, () => {
		expect((Date.parse(end) - Date.parse(begin)) / 3_600_000).toBe(hours);
		expect(dayIn(timeZone, after(begin, -1))).toBe(addDays(day, -1));
		for (let ms = 0; ms < hours * 3_600_000; ms += 900_000) {
			expect(dayIn(timeZone, after(begin, ms))).toBe(day);
			expect(nextMidnight(timeZone, after(begin, ms))).toBe(end);
		}
		expect(dayIn(timeZone, lastMoment)).toBe(day);
		expect(dayIn(timeZone, end)).toBe(addDays(day, 1));
	});

	it('[G1, G2, G5] badges change with the first moment of the day and of the next one, and at no other time', () => {
		const job = {
			status: 'CR',
			statusSince: after(begin, -6 * 3_600_000),
			promisedOn: day,
			hold: null
		} as const;
		const at = (now: Instant) => {
			const { days, due } = agingOf(job, now, { ...DEFAULT_AGING, timeZone });
			return [days, due.state, due.days];
		};
		expect(at(after(begin, -1))).toEqual([0, 'due_soon', 1]);
		for (let ms = 0; ms < hours * 3_600_000; ms += 900_000)
			expect(at(after(begin, ms))).toEqual([1, 'due_soon', 0]);
		expect(at(lastMoment)).toEqual([1, 'due_soon', 0]);
		expect(at(end)).toEqual([2, 'overdue', -1]);
	});
});
