import type { Change } from '#lib/realtime/protocol.ts';
import type { Card } from './card.ts';

export interface BoardState {
	version: number;
	cards: ReadonlyMap<number, Card>;
}

/**
 * C1: applies changes in order. What the board has already is skipped; a gap ends the run and is told, so that the
 * caller fetches what is missing. The given state stays as it is; cards that did not change keep their identity.
 */
export function applyChanges(
	state: BoardState,
	changes: readonly Change[]
): { state: BoardState; gap: boolean } {
	const fresh = changes.filter((change) => change.version > state.version);
	if (fresh.length === 0) return { state, gap: false };
	const cards = new Map(state.cards);
	let version = state.version;
	for (const change of fresh) {
		if (change.version <= version) continue;
		if (change.version !== version + 1) return { state: { version, cards }, gap: true };
		applyTo(cards, change);
		version = change.version;
	}
	return { state: { version, cards }, gap: false };
}

function applyTo(cards: Map<number, Card>, change: Change): void {
	if (change.gone) {
		cards.delete(change.number);
		return;
	}
	const known = cards.get(change.number);
	if (!change.set) return;
	// A set without a known card is a whole card (created, reopened); a part of an unknown one says nothing.
	if (known) cards.set(change.number, { ...known, ...change.set });
	else if (isWhole(change.set)) cards.set(change.number, change.set);
}

function isWhole(set: Partial<Card>): set is Card {
	return set.number !== undefined && set.createdAt !== undefined;
}

/**
 * C4: turns a fresh snapshot into a state that keeps the identity of every card that is the same. The version alone does
 * not tell: a person's new name changes their cards without one.
 */
export function reconcile(
	state: BoardState,
	snapshot: { version: number; cards: readonly Card[] }
): BoardState {
	const keep = (card: Card) => {
		const known = state.cards.get(card.number);
		return known && JSON.stringify(known) === JSON.stringify(card) ? known : card;
	};
	return {
		version: snapshot.version,
		cards: new Map(snapshot.cards.map((card) => [card.number, keep(card)]))
	};
}
