import type { Card } from '#lib/board/card.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Closing } from './job.ts';

/** L1: a job as the list shows it. */
export interface ListedJob extends Card {
	/** W10: how it left the board; `null` while it is on it. */
	closing: Closing | null;
	/** When anything of it last changed. */
	updatedAt: Instant;
}

/** L1: one page of the list. */
export interface JobList {
	jobs: ListedJob[];
	/** The `cursor` that asks for the next page; `null` on the last one. */
	next: string | null;
	/** The `cursor` that asks for the page before; `null` on the first one. */
	previous: string | null;
}
