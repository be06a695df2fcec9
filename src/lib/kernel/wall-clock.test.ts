import { parseAbsolute, parseDate, toCalendarDateTime, toZoned } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOn, shiftDays } from './dates.ts';

const ZONES = [
	'UTC',
	'America/New_York',
	'America/Santiago',
	'America/St_Johns',
	'Asia/Kathmandu',
	'Asia/Tokyo',
	'Australia/Lord_Howe',
	'Europe/Dublin',
	'Pacific/Apia'
];

/** Whole minutes, from when all these places had zones. */
const minutes = fc.integer({
	min: Date.parse('1970-01-01T00:00:00Z') / 60_000,
	max: Date.parse('2100-01-01T00:00:00Z') / 60_000
});

describe('the wall clock of a time zone', () => {
	it('is that of a library for calendars', () => {
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), minutes, (timeZone, minute) => {
				const wall = new Date(minute * 60_000);
				const day = wall.toISOString().slice(0, 10);
				const [hour, past] = [wall.getUTCHours(), wall.getUTCMinutes()];
				const clock = toCalendarDateTime(parseDate(day)).set({ hour, minute: past });
				expect(instantOn(timeZone, day, hour * 60 + past)).toBe(
					toZoned(clock, timeZone).toDate().toISOString()
				);
			}),
			{ numRuns: 2_000 }
		);
	});

	it('keeps what it shows over days, as there', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...ZONES),
				minutes,
				fc.integer({ min: -400, max: 400 }),
				(timeZone, minute, days) => {
					const instant = new Date(minute * 60_000).toISOString();
					const shifted = parseAbsolute(instant, timeZone).add({ days }).toDate();
					expect(shiftDays(timeZone, instant, days)).toBe(shifted.toISOString());
				}
			),
			{ numRuns: 2_000 }
		);
	});

	it('leaves days between the first and the last that can be written', () => {
		expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
		expect(addDays('0001-01-01', -1)).toBe('0001-01-01');
	});
});
