import type { CustomerSnapshot } from '#lib/jobs/job.ts';
import type { Contact } from './contact.ts';

/** One field of a customer as a job has copied it, and as the contact has it now. */
export interface SnapshotDifference {
	field: keyof CustomerSnapshot;
	before: string | boolean | null;
	after: string | boolean | null;
}

const COPIED = [
	'name',
	'company',
	'email',
	'phone',
	'address',
	'taxExempt',
	'taxNumber'
] as const satisfies readonly (keyof CustomerSnapshot)[];

/**
 * S2: what "Update from contact" would change on a job. Nothing known, and nothing written, are the same. The words for
 * the fields are `FIELD_LABELS` in `messages.ts`, those for the values `fieldWords`.
 */
export function snapshotDifference(
	snapshot: CustomerSnapshot,
	contact: Pick<Contact, keyof CustomerSnapshot>
): SnapshotDifference[] {
	return COPIED.filter((field) => (snapshot[field] || null) !== (contact[field] || null)).map((field) => ({
		field,
		before: snapshot[field],
		after: contact[field]
	}));
}
