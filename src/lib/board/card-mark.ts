import type { ChangeKind } from '#lib/realtime/protocol.ts';

/** What a card shows for a moment: what somebody else has just done to it, or that it is in their hand. */
export interface CardMark {
	kind: 'moved' | 'changed' | 'held';
	by: string | null;
}

const CHANGED: readonly ChangeKind[] = ['edited', 'attachment_added', 'attachment_removed'];

/** Whether a change leaves the card where it is. */
export function markKind(kind: ChangeKind): CardMark['kind'] {
	return CHANGED.includes(kind) ? 'changed' : 'moved';
}
