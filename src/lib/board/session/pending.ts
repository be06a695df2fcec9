import { standAfter } from '#lib/jobs/workflow.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import { rankBetween } from '#lib/kernel/rank.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Change, ChangeKind } from '#lib/realtime/protocol.ts';
import type { MoveRequest } from './board-session-types.ts';
import { byRank, type Card } from '#lib/board/card.ts';
import { gapAt } from '#lib/board/placement.ts';

/** A change of this screen that the log has not confirmed yet. Only moves and closings show before they are answered. */
export type Pending =
	| { kind: 'move'; mutationId: string; number: number; at: Instant; move: MoveRequest & { from: Status } }
	| { kind: 'close' | 'undo' | 'create'; mutationId: string; number: number };

/** What an answer said of a card ahead of the log: how it is at a version, `null` when it has left the board. */
export interface Ahead {
	number: number;
	version: number;
	card: Card | null;
}

type Cards = ReadonlyMap<number, Card>;

/**
 * What the screen shows: the log's cards, overlaid with what answers told of them, with the pending changes on top.
 * A pending move whose card is not where it was moved from any more shows nothing. Cards that nothing touches keep
 * their identity, and with nothing pending so does the map.
 */
export function replay(
	cards: Cards,
	ahead: readonly Ahead[],
	pending: readonly Pending[],
	timeZone: string
): Cards {
	if (ahead.length === 0 && pending.length === 0) return cards;
	const view = new Map(cards);
	for (const told of ahead) overlay(view, told);
	for (const change of pending) {
		if (change.kind === 'close') view.delete(change.number);
		const card = view.get(change.number);
		if (change.kind !== 'move' || card?.status !== change.move.from) continue;
		view.set(card.number, movedCard(view, card, change, timeZone));
	}
	return view;
}

/** Whether a change of this person's looks like a pending one. */
export function isLanding(pending: Pending, { kind, number }: Change): boolean {
	return kind === LOGGED_AS[pending.kind] && (pending.kind === 'create' || pending.number === number);
}

const LOGGED_AS: Record<Pending['kind'], ChangeKind> = {
	move: 'moved',
	close: 'closed',
	undo: 'undone',
	create: 'created'
};

function overlay(view: Map<number, Card>, { number, version, card }: Ahead): void {
	const known = view.get(number);
	if (known && known.version >= version) return;
	if (card) view.set(number, card);
	else view.delete(number);
}

function movedCard(
	view: Cards,
	card: Card,
	{ move, at }: Extract<Pending, { kind: 'move' }>,
	timeZone: string
): Card {
	const { status, statusSince, hold } = standAfter({ ...card, heldClock: null }, move, at, timeZone);
	const vendor = move.vendorName ?? card.vendor;
	return { ...card, status, statusSince, hold, vendor, rank: rankIn(view, card.number, move) };
}

/** W12: half-told moves can leave two cards at one rank for a moment; then the upper one's rank serves. */
function rankIn(view: Cards, number: number, move: MoveRequest): string {
	const column = [...view.values()].filter((card) => card.status === move.to && card.number !== number);
	const { above, below } = gapAt(column.sort(byRank), move);
	return above !== null && below !== null && above >= below ? above : rankBetween(above, below);
}
