import type { Card } from '#lib/board/card.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { CreateJobInput } from '#lib/jobs/job-input.ts';
import type { Spec } from '#lib/jobs/job.ts';
import { personRef } from '#lib/people/actor.ts';
import type { JobParts } from './job-parts.ts';
import { snapshotOf } from './edited-job.ts';
import { vendorName } from './job-people.ts';

/** Where a new job enters the board, and since when its days count. */
export type Entry = Pick<
	Card,
	'number' | 'version' | 'status' | 'rank' | 'statusSince' | 'hold' | 'createdAt'
>;

/** S1, S3: a new job, with the customer and the vendor copied onto it as they are today. */
export function newJob(
	input: CreateJobInput,
	parts: JobParts,
	entry: Entry
): { card: Card; details: JobDetails } {
	const card = newCard(input, parts, entry);
	const details: JobDetails = {
		...card,
		customerId: parts.customer.id,
		customerSnapshot: snapshotOf(parts.customer),
		vendorId: parts.vendor?.id ?? null,
		spec: filledIn(input.spec),
		notes: input.notes || null,
		budgetCents: input.budgetCents ?? null,
		declaredValueCents: input.declaredValueCents ?? null,
		closing: null
	};
	return { card, details };
}

function newCard(input: CreateJobInput, parts: JobParts, entry: Entry): Card {
	return {
		...entry,
		type: input.type,
		title: input.title || null,
		customer: parts.customer.name,
		salesperson: personRef(parts.salesperson),
		jeweler: parts.jeweler && personRef(parts.jeweler),
		vendor: parts.vendor && vendorName(parts.vendor),
		promisedOn: input.promisedOn,
		rush: input.rush ?? false,
		location: input.location || null,
		cover: null,
		images: 0,
		documents: 0
	};
}

/** What was left empty is not kept. */
function filledIn(spec: CreateJobInput['spec']): Spec {
	return Object.fromEntries(Object.entries(spec ?? {}).filter(([, text]) => text));
}
