import { isSpecField } from '#lib/jobs/decide-edit.ts';
import type { Edit } from '#lib/jobs/edit-input.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { CustomerSnapshot, Spec } from '#lib/jobs/job.ts';
import { personRef } from '#lib/people/actor.ts';
import { vendorName, type ContactSnapshot, type Named } from './job-people.ts';

/** Whom an edit names, as the shop has them; `undefined` for whom it does not name, `null` for nobody. */
export interface EditParts {
	customer?: ContactSnapshot;
	vendor?: ContactSnapshot | null;
	salesperson?: Named;
	jeweler?: Named | null;
}

/** J7, S1, S3: a job after an edit. Another customer or vendor is copied as they are today. */
export function editedJob(job: JobDetails, edit: Edit, parts: EditParts): JobDetails {
	const { customer, vendor, salesperson, jeweler } = parts;
	return {
		...job,
		...plainFields(edit),
		...(customer && withCustomer(customer.id, snapshotOf(customer))),
		...(vendor !== undefined && { vendorId: vendor?.id ?? null, vendor: vendor && vendorName(vendor) }),
		...(salesperson && { salesperson: personRef(salesperson) }),
		...(jeweler !== undefined && { jeweler: jeweler && personRef(jeweler) }),
		spec: editedSpec(job.spec, edit)
	};
}

/** S1: what a job copies of its customer. */
export function snapshotOf(contact: ContactSnapshot): CustomerSnapshot {
	const { name, company, email, phone, address, taxExempt, taxNumber } = contact;
	return { name, company, email, phone, address, taxExempt, taxNumber };
}

export function withCustomer(customerId: string, customerSnapshot: CustomerSnapshot) {
	return { customerId, customerSnapshot, customer: customerSnapshot.name };
}

const PLAIN = [
	'type',
	'promisedOn',
	'title',
	'location',
	'rush',
	'notes',
	'budgetCents',
	'declaredValueCents'
] as const;

/** The schema has seen to it that each value is of its field's kind. */
function plainFields(edit: Edit): Partial<JobDetails> {
	const named = PLAIN.filter((field) => edit[field] !== undefined);
	return Object.fromEntries(named.map((field) => [field, edit[field]]));
}

/** What is cleared is not kept. */
function editedSpec(spec: Spec, edit: Edit): Spec {
	const named = Object.entries(edit).filter(([field]) => isSpecField(field as keyof Edit));
	const all = { ...spec, ...Object.fromEntries(named) };
	return Object.fromEntries(Object.entries(all).filter(([, text]) => text)) as Spec;
}
