import type { Instant } from '#lib/kernel/dates.ts';

/** D4: the time on the shop's clock, "14:02". The same text in every runtime, so that server and browser agree. */
export function timeIn(timeZone: string, instant: Instant): string {
	return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(Date.parse(instant));
}
