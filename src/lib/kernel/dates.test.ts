import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	dayIn,
	daysBetween,
	firstDayOfWeek,
	instantOn,
	isDay,
	isTimeZone,
	lastDayOfWeek,
	nextMidnight,
	shiftDays
} from './dates.ts';

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
		const inTheSecondHour = '2026-11-01T06:30:00.000Z';
		expect(shiftDays('America/New_York', inTheSecondHour, 0)).toBe(inTheSecondHour);
	});

	it('have a wall clock, on which a skipped time is the one an hour later', () => {
		expect(instantOn('America/New_York', '2026-03-09', 9 * 60 + 30)).toBe('2026-03-09T13:30:00.000Z');
		expect(instantOn('America/New_York', '2026-03-08', 2 * 60 + 30)).toBe('2026-03-08T07:30:00.000Z');
		expect(instantOn('Asia/Tokyo', '2026-03-09', 0)).toBe('2026-03-08T15:00:00.000Z');
	});

	it('[G5] end at midnight in the shop, on a 23-hour day too', () => {
		expect(nextMidnight('America/New_York', '2026-03-08T05:00:00.000Z')).toBe('2026-03-09T04:00:00.000Z');
		expect(nextMidnight('UTC', '2026-03-08T00:00:00.000Z')).toBe('2026-03-09T00:00:00.000Z');
	});

	it('[G5] begin at the first moment there is, where clocks skip midnight or a whole day', () => {
		expect(nextMidnight('America/Santiago', '2026-09-05T12:00:00.000Z')).toBe('2026-09-06T04:00:00.000Z');
		expect(nextMidnight('Pacific/Apia', '2011-12-29T12:00:00.000Z')).toBe('2011-12-30T10:00:00.000Z');
		expect(dayIn('Pacific/Apia', '2011-12-30T09:59:59.999Z')).toBe('2011-12-29');
		expect(dayIn('Pacific/Apia', '2011-12-30T10:00:00.000Z')).toBe('2011-12-31');
	});

	it('[P4] come in weeks from Monday to Sunday', () => {
		const week = [
			'2026-03-02',
			'2026-03-03',
			'2026-03-04',
			'2026-03-05',
			'2026-03-06',
			'2026-03-07',
			'2026-03-08'
		];
		for (const day of week)
			expect([firstDayOfWeek(day), lastDayOfWeek(day)]).toEqual(['2026-03-02', '2026-03-08']);
		expect(firstDayOfWeek('2000-01-01')).toBe('1999-12-27');
		expect(lastDayOfWeek('2026-12-31')).toBe('2027-01-03');
	});

	it('[G5] end exactly once, one millisecond after their last', () => {
		const zones = ['UTC', 'America/New_York', 'America/Havana', 'America/Santiago', 'Africa/Cairo'];
		const zone = fc.constantFrom(...zones, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Kiritimati');
		const time = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') });
		fc.assert(
			fc.property(zone, time, (timeZone, time) => {
				const now = new Date(time).toISOString();
				const midnight = nextMidnight(timeZone, now);
				const today = dayIn(timeZone, now);
				expect(midnight > now).toBe(true);
				expect(dayIn(timeZone, midnight)).toBe(addDays(today, 1));
				expect(dayIn(timeZone, new Date(Date.parse(midnight) - 1).toISOString())).toBe(today);
			})
		);
	});

	it('are as many as the calendar has', () => {
		const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
				const from = date.toISOString().slice(0, 10);
				expect(isDay(from)).toBe(true);
				expect(daysBetween(from, addDays(from, days))).toBe(days);
				expect(addDays(from, days) > from).toBe(days > 0);
			})
		);
	});

	const EXIST = ['2028-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'];
	const DO_NOT = ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'];
	const MISSHAPEN = [
		'',
		'2026-1-1',
		'20260101',
		'tomorrow',
		'2026-01-01T00:00:00Z',
		' 2026-01-01',
		'12026-01-01'
	];
	it('are told from texts that only look like days', () => {
		for (const text of EXIST) expect(isDay(text), text).toBe(true);
		for (const text of [...DO_NOT, ...MISSHAPEN]) expect(isDay(text), text).toBe(false);
	});

	it('begin with the year 1, as in the database', () => {
		expect(isDay('0000-12-31')).toBe(false);
	});

	it('know which time zones exist', () => {
		expect(isTimeZone('Europe/Vienna')).toBe(true);
		expect(isTimeZone('Europe/Atlantis')).toBe(false);
	});
});
