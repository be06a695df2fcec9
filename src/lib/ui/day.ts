import type { Day } from '#lib/kernel/dates.ts';

const SHORT = formatter({ weekday: 'short', day: 'numeric', month: 'short' });
const PLAIN = formatter({ day: 'numeric', month: 'short' });
const PLAIN_WITH_YEAR = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
const LONG = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** A day as a card shows it: "Fri 27 Nov". The same text in every runtime, so that server and browser agree. */
export function shortDay(day: Day): string {
	return written(SHORT, day);
}

/** A day in full, for tooltips and forms: "Friday 27 November 2026". */
export function longDay(day: Day): string {
	return written(LONG, day);
}

/** A day in a long list: "27 Nov", with the year where that is not `today`'s. */
export function plainDay(day: Day, today: Day): string {
	return written(day.slice(0, 4) === today.slice(0, 4) ? PLAIN : PLAIN_WITH_YEAR, day);
}

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
}

/** Runtimes differ in the comma after the weekday and in nothing else. */
function written(format: Intl.DateTimeFormat, day: Day): string {
	return format.format(Date.parse(day)).replace(',', '');
}
