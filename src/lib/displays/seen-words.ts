import { addDays, dayIn, type Instant } from '#lib/kernel/dates.ts';
import type { Display } from './display.ts';
import { SEEN } from './messages.ts';

/** Milliseconds within which a connected display is noted again by its node, with some to spare. */
const STILL_THERE_MS = 75_000;

/**
 * D1: whether a display is connected, as far as the last note of it tells: one that has just gone counts for a minute
 * more.
 */
export function isConnected({ seenAt }: Pick<Display, 'seenAt'>, now: Instant): boolean {
	return seenAt !== null && Date.parse(now) - Date.parse(seenAt) < STILL_THERE_MS;
}

/** D1: when a display was last connected, in the shop's time. */
export function seenWords(display: Pick<Display, 'seenAt'>, now: Instant, timeZone: string): string {
	const { seenAt } = display;
	if (seenAt === null) return SEEN.never;
	if (isConnected(display, now)) return SEEN.now;
	const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(Date.parse(seenAt));
	const [day, today] = [dayIn(timeZone, seenAt), dayIn(timeZone, now)];
	if (day === today) return SEEN.today(time);
	return day === addDays(today, -1) ? SEEN.yesterday(time) : SEEN.before(dayWords(seenAt, timeZone), time);
}

/** A day as people write it: "3 November 2026". */
export function dayWords(instant: Instant, timeZone: string): string {
	return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(Date.parse(instant));
}
