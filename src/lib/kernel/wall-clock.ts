const DAY_MS = 86_400_000;

/** What clocks in a time zone show at an instant: both in milliseconds, the clock's as if it stood in Greenwich. */
export function wallClockOf(timeZone: string, instant: number): number {
	return instant + offsetAt(timeZone, instant);
}

/**
 * The instant at which clocks in a time zone show this; of two, the first. What they skip counts on from before: a time that
 * is skipped for summer is the one an hour later.
 */
export function instantOf(timeZone: string, wall: number): number {
	const before = offsetAt(timeZone, wall - DAY_MS);
	const after = offsetAt(timeZone, wall + DAY_MS);
	const offset = [before, after].find((offset) => offsetAt(timeZone, wall - offset) === offset);
	return wall - (offset ?? before);
}

/** Milliseconds that clocks in a time zone are ahead of Greenwich at an instant. */
function offsetAt(timeZone: string, instant: number): number {
	const [, sign, hours, minutes, seconds = 0] = OFFSET.exec(offsetFormat(timeZone).format(instant)) ?? [];
	if (!sign) return 0;
	const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
	return (sign === '-' ? -size : size) * 1000;
}

/** `GMT-05:00`, before there were zones `GMT-04:56:02`, and `GMT` alone for none. */
const OFFSET = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept by time zone: making one takes far longer than asking it. */
function offsetFormat(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
	formats.set(timeZone, format);
	return format;
}
