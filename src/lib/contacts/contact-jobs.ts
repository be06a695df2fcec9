import type { Card } from '#lib/board/card.ts';
import type { Closing } from '#lib/jobs/job.ts';
import type { ContactRole } from './contact.ts';

/** S4: one page of the jobs that name a contact. */
export interface ContactJobs {
	jobs: ContactJob[];
	/** The number after which the next page begins; `null` on the last one. */
	next: number | null;
}

export interface ContactJob extends Card {
	closing: Closing | null;
	/** What the contact is to the job. */
	roles: ContactRole[];
}

/** S4: how many jobs name a contact, and how many of them are open. */
export interface ContactUse {
	jobs: number;
	open: number;
}
