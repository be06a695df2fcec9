import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { FieldChange } from '#lib/jobs/job-events.ts';
import type { RefreshCustomerInput } from '#lib/jobs/job-input.ts';
import type { CustomerSnapshot } from '#lib/jobs/job.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeJob, type JobAnswer } from './change-job.ts';
import { writeDown } from './edit-job.ts';
import { snapshotOf, withCustomer } from './edited-job.ts';
import { requireAnyContact } from './job-people.ts';
import { detailsFor } from './read-job.ts';

/**
 * S2: copies the customer onto an open job once more, as the contact is today, archived or not. A copy that is the same
 * leaves no entry. Throws `job.not_found`, `forbidden`, `job.closed`, and `contact.changed` when what was shown is not what would be
 * copied any more.
 */
export function refreshCustomer(
	deps: Deps,
	actor: Actor,
	number: number,
	{ mutationId, contact: shown }: RefreshCustomerInput
): Promise<JobAnswer> {
	return changeJob(deps, actor, { number, mutationId, kind: 'edited' }, async (tx, job) => {
		const { details } = job;
		if (!abilitiesOf(actor).edit.includes('customerId')) throw new AppError('forbidden');
		if (job.closing) throw new AppError('job.closed');
		const contact = await requireAnyContact(tx, actor.shopId, details.customerId);
		if (shown && (shown.id !== contact.id || shown.version !== contact.version))
			throw new AppError('contact.changed');
		const snapshot = snapshotOf(contact);
		const changes = differences(details.customerSnapshot, snapshot);
		if (changes.length === 0) return { version: job.card.version, job: detailsFor(actor, details) };
		const edited = { ...details, ...withCustomer(details.customerId, snapshot) };
		return writeDown(tx, actor, job, { edited, changes, fromContact: true, mutationId, at: deps.now() });
	});
}

function differences(before: CustomerSnapshot, after: CustomerSnapshot): FieldChange[] {
	const fields = Object.keys(after) as (keyof CustomerSnapshot)[];
	return fields
		.filter((field) => before[field] !== after[field])
		.map((field) => ({ field, before: before[field], after: after[field] }));
}
