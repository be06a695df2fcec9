import type { Instant } from '#lib/kernel/dates.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Uses are written down every five minutes: anything under ten is as good as now. */
const NOW = 10 * MINUTE;

/** P3: how long ago a session was used: "just now", "25 minutes ago", "3 days ago". */
export function seenAgo(seenAt: Instant, now: Instant): string {
	const ago = Date.parse(now) - Date.parse(seenAt);
	if (ago < NOW) return 'just now';
	if (ago < HOUR) return counted(ago / MINUTE, 'minute');
	if (ago < DAY) return counted(ago / HOUR, 'hour');
	return counted(ago / DAY, 'day');
}

function counted(amount: number, unit: string): string {
	const whole = Math.floor(amount);
	return `${whole} ${unit}${whole === 1 ? '' : 's'} ago`;
}
