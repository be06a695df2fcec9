import type { Card } from '#lib/board/card.ts';
import type { Closing } from './job.ts';

/** L1: one page of the list. */
export interface JobList {
	jobs: (Card & { closing: Closing | null })[];
	/** The `cursor` that asks for the next page; `null` on the last one. */
	next: string | null;
}
