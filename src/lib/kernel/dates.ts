import { instantOf, wallClockOf } from './wall-clock.ts';

/** A calendar day, `YYYY-MM-DD`. Days sort and compare as text. */
export type Day = string;

/** An instant, ISO 8601 in UTC. */
export type Instant = string;

/** The calendar day that an instant falls on in a time zone. */
export function dayIn(timeZone: string, instant: Instant): Day {
	return dayFormat(timeZone).format(Date.parse(instant));
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Canada writes `YYYY-MM-DD`. Kept by time zone: a board asks for thousands of days at once, and this is ten times faster. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
	const known = dayFormats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'gregory', numberingSystem: 'latn' });
	dayFormats.set(timeZone, format);
	return format;
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The day that lies `days` calendar days after another (before it, when negative), from the first that can be written to the last. */
export function addDays(day: Day, days: number): Day {
	const start = Date.parse(day) + days * DAY_MS;
	const written = Math.min(Math.max(start, Date.parse(FIRST_DAY)), Date.parse(LAST_DAY));
	return new Date(written).toISOString().slice(0, LAST_DAY.length);
}

const DAY_MS = 86_400_000;
const FIRST_DAY: Day = '0001-01-01';
const LAST_DAY: Day = '9999-12-31';

/** The same wall-clock time `days` calendar days later, in a time zone (daylight saving kept in mind). */
export function shiftDays(timeZone: string, instant: Instant, days: number): Instant {
	// In the hour that comes twice it stays in the one that it is in.
	if (days === 0) return instant;
	const wall = wallClockOf(timeZone, Date.parse(instant));
	return toInstant(instantOf(timeZone, wall + days * DAY_MS));
}

/** The instant of a wall-clock time on a day in a time zone; `minutes` count from midnight. */
export function instantOn(timeZone: string, day: Day, minutes: number): Instant {
	return toInstant(instantOf(timeZone, Date.parse(day) + minutes * 60_000));
}

/** The first instant of a calendar day in a time zone; where clocks skip midnight, the moment that they skip to. */
export function startOfDay(timeZone: string, day: Day): Instant {
	return instantOn(timeZone, day, 0);
}

function toInstant(milliseconds: number): Instant {
	return new Date(milliseconds).toISOString();
}

/** The instant at which the next calendar day begins in a time zone. */
export function nextMidnight(timeZone: string, instant: Instant): Instant {
	return startOfDay(timeZone, addDays(dayIn(timeZone, instant), 1));
}

/** The first day of a day's week. Weeks begin on Monday, wherever the shop is (ISO 8601). */
export function firstDayOfWeek(day: Day): Day {
	return addDays(day, -(((daysBetween(A_MONDAY, day) % 7) + 7) % 7));
}

/** The Sunday that a day's week ends with. */
export function lastDayOfWeek(day: Day): Day {
	return addDays(firstDayOfWeek(day), 6);
}

const A_MONDAY = '2024-01-01';

/** Whether the text is a day that exists: `2026-02-29` is none, nor is any of the year 0, which databases refuse. */
export function isDay(text: string): boolean {
	if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
