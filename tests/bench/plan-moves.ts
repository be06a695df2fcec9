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
	away: Status;
	/** The card above the place to which it goes, and those around the place to which it comes back. */
	drop: { after?: number };
	neighbours: { after?: number; before?: number };
}

/** Where cards go to from their status, and may come back from. */
export type Ways = Partial<Record<Status, Status>>;
export const PLAIN: Ways = { QN: 'CR', CR: 'QN' };
export const TO_HOLD: Ways = { IP: 'OH' };

/**
 * Makes valid moves without end: a writer drags a card of their own to another column, then back to where it was, then takes
 * the next one. Columns and ranks stay as long as they were.
 */
export function planMoves(
	cards: readonly PlacedCard[],
	{ writers, ways = PLAIN }: { writers: number; ways?: Ways }
): (writer: number) => MoveRequest {
	const trips = cards.flatMap((card) => planTrip(card, cards, ways[card.status]));
	if (trips.length < writers) throw new Error(`${writers} writers need more than ${cards.length} cards`);
	const desks = Array.from({ length: writers }, (_, writer) => ({
		trips: trips.filter((_, index) => index % writers === writer),
		steps: 0
	}));
	return (writer) => {
		const desk = desks[writer % writers] as (typeof desks)[number];
		const step = desk.steps++;
		const trip = desk.trips[(step >> 1) % desk.trips.length] as Trip;
		return step % 2 === 0 ? leave(trip) : comeHome(trip);
	};
}

function leave({ number, home, away, drop }: Trip): MoveRequest {
	const hold = away === 'OH' ? { hold: { reason: 'stones' } as const } : {};
	return { number, body: { mutationId: randomUUID(), from: home, to: away, ...drop, ...hold } };
}

function comeHome({ number, home, away, neighbours }: Trip): MoveRequest {
	return { number, body: { mutationId: randomUUID(), from: away, to: home, ...neighbours } };
}

function planTrip(card: PlacedCard, cards: readonly PlacedCard[], away: Status | undefined): Trip[] {
	if (!away) return [];
	const column = inColumn(cards, card.status);
	const place = column.indexOf(card);
	const [above, below] = [column[place - 1], column[place + 1]];
	const [target] = inColumn(cards, away).slice(place);
	return [
		{
			number: card.number,
			home: card.status,
			away,
			drop: target ? { after: target.number } : {},
			neighbours: { ...(above && { after: above.number }), ...(below && { before: below.number }) }
		}
	];
}

function inColumn(cards: readonly PlacedCard[], status: Status): PlacedCard[] {
	return cards.filter((card) => card.status === status).sort((a, b) => (a.rank < b.rank ? -1 : 1));
}
