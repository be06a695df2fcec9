import type { ChangeKind } from '#lib/realtime/protocol.ts';

/** What a card shows for a moment: what somebody else has just done to it, or that it is in their hand. */
export interface CardMark {
	kind: 'new' | 'moved' | 'changed' | 'held';
	by: string | null;
}

const CHANGED: readonly ChangeKind[] = ['edited', 'attachment_added', 'attachment_removed'];

/** What a change is to whoever looks on; `before` is what the card is marked with still: a job's first photo leaves it new. */
export function markKind(kind: ChangeKind, before?: CardMark['kind']): CardMark['kind'] {
	if (kind === 'created') return 'new';
	if (!CHANGED.includes(kind)) return 'moved';
	return before === 'new' ? 'new' : 'changed';
}
