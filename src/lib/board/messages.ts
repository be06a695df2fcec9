import type { CardMark } from './card-mark.ts';
import { formatJobNumber } from '#lib/jobs/job-number.ts';

export const MOVE_TO = 'Move to…';
export const OPEN = 'Open';
export const PICKED_UP = 'Picked up';
export const CANCEL_JOB = 'Cancel job…';

/** For screen readers, where many cards carry the same button. */
export function moveLabel(number: number): string {
	return `Move ${formatJobNumber(number)} to…`;
}

export function openLabel(number: number): string {
	return `Open ${formatJobNumber(number)}`;
}

export function promisedLabel(day: string): string {
	return `Promised for ${day}`;
}

export function attachmentsLabel(count: number): string {
	return count === 1 ? '1 attachment' : `${count} attachments`;
}

const MARK_WORDS = { new: 'Taken in', moved: 'Moved', changed: 'Changed' };

/** W8, P4: what the outline of a card that somebody else has moved or changed, or holds, says. */
export function markTag({ kind, by }: CardMark): string {
	if (kind === 'held') return `${by} is moving this`;
	const what = MARK_WORDS[kind];
	return by === null ? what : `${what} by ${by}`;
}

export const SAVING = 'Saving…';

export function resumeInto(status: string): string {
	return `Resume: ${status}`;
}
