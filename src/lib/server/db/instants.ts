import type { Instant } from '#lib/kernel/dates.ts';

/** As the database writes an instant where its time zone is UTC, down to the microsecond. */
const IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** An instant as the `sql` client hands it over, which is the database's own text, in ISO 8601, to the millisecond. */
export function instantOf(text: string): Instant {
	// A board has a thousand of them, and the language's own reading of this text takes some microseconds.
	const [, day, time, fraction = ''] = IN_UTC.exec(text) ?? [];
	if (day && time) return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
	return new Date(text).toISOString();
}
