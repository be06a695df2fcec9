import type { Card } from '#lib/board/card.ts';
import type { Closing, CustomerSnapshot, Spec } from './job.ts';

/** All of a job, as its page shows it: the card and what the board leaves out. */
export interface JobDetails extends Card {
	customerId: string;
	/** S1: the customer as copied when chosen. */
	customerSnapshot: CustomerSnapshot;
	vendorId: string | null;
	spec: Spec;
	notes: string | null;
	/** W13: prices are absent for those who may not see them. */
	budgetCents?: number | null;
	declaredValueCents?: number | null;
	/** W10: how the job left the board; `null` while it is on it. */
	closing: Closing | null;
}
