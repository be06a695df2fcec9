import type { Day, Instant } from '#lib/kernel/dates.ts';
import type { Rank } from '#lib/kernel/rank.ts';
import type { Hold, OrderType } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { PersonRef } from '#lib/people/actor.ts';

/** All that the board shows of a job, and nothing that it does not: no notes, prices or contact details. */
export interface Card {
	number: number;
	type: OrderType;
	status: Status;
	rank: Rank;
	/** The shop's version at the job's last change. */
	version: number;
	title: string | null;
	customer: string;
	salesperson: PersonRef;
	jeweler: PersonRef | null;
	vendor: string | null;
	promisedOn: Day;
	/** The start of the aging clock (G4). */
	statusSince: Instant;
	rush: boolean;
	location: string | null;
	hold: Hold | null;
	cover: { id: string; width: number; height: number } | null;
	images: number;
	documents: number;
	createdAt: Instant;
}

const CARD_FIELDS = [
	'number',
	'type',
	'status',
	'rank',
	'version',
	'title',
	'customer',
	'salesperson',
	'jeweler',
	'vendor',
	'promisedOn',
	'statusSince',
	'rush',
	'location',
	'hold',
	'cover',
	'images',
	'documents',
	'createdAt'
] as const satisfies readonly (keyof Card)[];

/** The card of a job of which more is known. */
export function cardOf(job: Card): Card {
	return Object.fromEntries(CARD_FIELDS.map((field) => [field, job[field]])) as unknown as Card;
}

/** W12: cards of a column from the top down; the number settles what ranks leave open. */
export function byRank(a: Card, b: Card): number {
	if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
	return a.number - b.number;
}
