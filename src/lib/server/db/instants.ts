import type { Instant } from '#lib/kernel/dates.ts';

/** An instant as the `sql` client hands it over, which is the database's own text, in ISO 8601. */
export function instantOf(text: string): Instant {
	return new Date(text).toISOString();
}
