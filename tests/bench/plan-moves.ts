import { randomUUID } from 'node:crypto';
import type { Card } from '#lib/board/card.ts';
import type { Status } from '#lib/jobs/status.ts';

/** What has to be known of a card to drag it. */
export type PlacedCard = Pick<Card, 'number' | 'status' | 'rank'>;

/** The body of a move, as the API takes it. */
export interface MoveBody {
	mutationId: string;
	from: Status;
	to: Status;
	after?: number;
	before?: number;
	hold?: { reason: 'stones' };
}

export interface MoveRequest {
	number: number;
	body: MoveBody;
}

interface Trip {
	number: number;
	home: Status;
	neighbours: { after?: number; before?: number };
}

/**
 * Makes valid moves without end: a writer drags a card of their own below a card that is on hold, then back to where it was,
 * then takes the next one. Cards come home to their place, so columns and ranks stay as long as they were.
 */
export function planMoves(cards: readonly PlacedCard[], writers: number): (writer: number) => MoveRequest {
	const held = cards.filter(({ status }) => status === 'OH');
	const trips = cards.filter(({ status }) => status !== 'OH').map((card) => planTrip(card, cards));
	if (trips.length < writers) throw new Error(`${writers} writers need more than ${cards.length} cards`);
	const desks = Array.from({ length: writers }, (_, writer) => ({
		trips: trips.filter((_, index) => index % writers === writer),
		below: held[writer % Math.max(1, held.length)]?.number,
		steps: 0
	}));
	return (writer) => {
		const desk = desks[writer % writers] as (typeof desks)[number];
		const step = desk.steps++;
		const trip = desk.trips[(step >> 1) % desk.trips.length] as Trip;
		return step % 2 === 0 ? leave(trip, desk.below) : comeHome(trip);
	};
}

function leave({ number, home }: Trip, below: number | undefined): MoveRequest {
	const drop = below === undefined ? {} : { after: below };
	const hold = { reason: 'stones' } as const;
	return { number, body: { mutationId: randomUUID(), from: home, to: 'OH', ...drop, hold } };
}

function comeHome({ number, home, neighbours }: Trip): MoveRequest {
	return { number, body: { mutationId: randomUUID(), from: 'OH', to: home, ...neighbours } };
}

function planTrip({ number, status, rank }: PlacedCard, cards: readonly PlacedCard[]): Trip {
	const column = cards.filter((card) => card.status === status);
	const above = column.filter((card) => card.rank < rank).reduce<PlacedCard | undefined>(lower, undefined);
	const below = column.filter((card) => card.rank > rank).reduce<PlacedCard | undefined>(higher, undefined);
	const neighbours = { ...(above && { after: above.number }), ...(below && { before: below.number }) };
	return { number, home: status, neighbours };
}

function lower(one: PlacedCard | undefined, other: PlacedCard): PlacedCard {
	return one && one.rank > other.rank ? one : other;
}

function higher(one: PlacedCard | undefined, other: PlacedCard): PlacedCard {
	return one && one.rank < other.rank ? one : other;
}
