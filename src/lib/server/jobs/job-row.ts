import type { Card } from '#lib/board/card.ts';
import type { Closing, Hold, HoldReason, OrderType, Outcome, Standing } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import { personRef } from '#lib/people/actor.ts';
import { instantOf } from '#lib/server/db/instants.ts';

/** What a card is made of, from `jobs j` joined with `people s` (salesperson) and `people w` (jeweler at the bench). */
export const CARD_COLUMNS = `j.number, j.type, j.status, j.rank, j.version, j.title, j.customer_name, j.vendor_name,
	j.salesperson_id, s.name as salesperson_name, j.jeweler_id, w.name as jeweler_name, j.promised_on, j.status_since,
	j.rush, j.location, j.hold_reason, j.hold_note, j.hold_until, j.held_from, j.cover, j.images, j.documents,
	j.created_at`;

/** The joins that `CARD_COLUMNS` needs. */
export const CARD_JOINS = `join people s on s.shop_id = j.shop_id and s.id = j.salesperson_id
	left join people w on w.shop_id = j.shop_id and w.id = j.jeweler_id`;

/** A row of `CARD_COLUMNS`, as the client hands it over: instants in the database's own text, bigints as text. */
export interface CardRow {
	number: number;
	type: OrderType;
	status: Status;
	rank: string;
	version: string;
	title: string | null;
	customer_name: string;
	vendor_name: string | null;
	salesperson_id: string;
	salesperson_name: string;
	jeweler_id: string | null;
	jeweler_name: string | null;
	promised_on: string;
	status_since: string;
	rush: boolean;
	location: string | null;
	hold_reason: HoldReason | null;
	hold_note: string | null;
	hold_until: string | null;
	held_from: Status | null;
	cover: Card['cover'];
	images: number;
	documents: number;
	created_at: string;
}

/** The board's view of a job. */
export function toCard(row: CardRow): Card {
	return {
		number: row.number,
		type: row.type,
		status: row.status,
		rank: row.rank,
		version: Number(row.version),
		title: row.title,
		customer: row.customer_name,
		salesperson: personRef({ id: row.salesperson_id, name: row.salesperson_name }),
		jeweler: row.jeweler_id === null ? null : personRef({ id: row.jeweler_id, name: row.jeweler_name ?? '' }),
		vendor: row.vendor_name,
		promisedOn: row.promised_on,
		statusSince: instantOf(row.status_since),
		rush: row.rush,
		location: row.location,
		hold: holdOf(row),
		cover: row.cover,
		images: row.images,
		documents: row.documents,
		createdAt: instantOf(row.created_at)
	};
}

/** What a move reads of a job. */
export function standingOf(row: CardRow & { held_clock: string | null }): Standing {
	return {
		status: row.status,
		statusSince: instantOf(row.status_since),
		hold: holdOf(row),
		heldClock: row.held_clock === null ? null : instantOf(row.held_clock)
	};
}

export interface ClosingRow {
	closed_at: string | null;
	outcome: Outcome | null;
	closing_reason: string | null;
}

/** W10: how a job left the board; `null` while it is on it. */
export function closingOf(row: ClosingRow): Closing | null {
	if (row.closed_at === null || row.outcome === null) return null;
	return { outcome: row.outcome, reason: row.closing_reason, at: instantOf(row.closed_at) };
}

function holdOf(row: CardRow): Hold | null {
	if (row.hold_reason === null || row.held_from === null) return null;
	return { reason: row.hold_reason, note: row.hold_note, until: row.hold_until, from: row.held_from };
}
