import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireJob } from './job-store.ts';

/** All of a job, open or closed. Throws `job.not_found`. */
export async function readJob(deps: Deps, actor: Actor, number: number): Promise<JobDetails> {
	const { details } = await requireJob(deps.sql, actor.shopId, number);
	return detailsFor(actor, details);
}

/** W13, D3: a job without what the actor may not see: prices, and on a wall notes and the customer's contact details. */
export function detailsFor(actor: Actor, details: JobDetails): JobDetails {
	const { budgetCents, declaredValueCents, ...rest } = details;
	const shown = abilitiesOf(actor).seePrices ? { ...rest, budgetCents, declaredValueCents } : rest;
	return actor.kind === 'display' ? { ...shown, notes: null, customerSnapshot: onWall(details) } : shown;
}

function onWall({ customerSnapshot: { name, company } }: JobDetails): JobDetails['customerSnapshot'] {
	return { name, company, email: null, phone: null, address: null, taxExempt: false, taxNumber: null };
}
