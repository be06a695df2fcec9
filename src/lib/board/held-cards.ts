import type { Terminal } from '#lib/realtime/protocol.ts';
import type { CardMark } from './card-mark.ts';

/** By job number. */
export type HeldCards = ReadonlyMap<number, CardMark>;

export const NOTHING_HELD: HeldCards = new Map();

/** P4: the cards that others have in their hands. What is as it was `before` stays the same object, all of it or a mark. */
export function heldCards(terminals: readonly Terminal[], me: string, before: HeldCards): HeldCards {
	const held = new Map<number, CardMark>();
	for (const { of, name, dragging } of terminals) {
		if (dragging === undefined || of === me) continue;
		const known = before.get(dragging);
		held.set(dragging, known?.by === name ? known : { kind: 'held', by: name });
	}
	const isSame =
		held.size === before.size && [...held].every(([number, mark]) => before.get(number) === mark);
	return isSame ? before : held;
}
