import type { Instant } from '#lib/kernel/dates.ts';
import { auditSentence } from './audit-words.ts';
import { TOPIC_OF, type AuditEntry } from './audit.ts';
import { TOPIC_NAMES } from './messages.ts';

/** The first line of an export. */
export function auditNames(timeZone: string): string[] {
	return [`When (${timeZone})`, 'Who', 'With', 'About', 'What'];
}

/** The line of an entry: exactly what the page shows of it. */
export function auditCells({ at, by, device, fact }: AuditEntry, timeZone: string): (string | null)[] {
	return [
		wallClock(at, timeZone),
		by?.name ?? null,
		device,
		TOPIC_NAMES[TOPIC_OF[fact.kind]],
		auditSentence({ by, fact })
	];
}

/** Sweden writes `YYYY-MM-DD HH:MM:SS`, which every spreadsheet takes for an instant. */
function wallClock(at: Instant, timeZone: string): string {
	const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
	return format.format(Date.parse(at));
}
