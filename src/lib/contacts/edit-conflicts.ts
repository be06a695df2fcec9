import { CONTACT_FIELDS, type ContactField, type ContactFields } from './contact.ts';

/** The fields in which a contact differs from another record of it. */
export function changedFields(before: Partial<ContactFields>, after: Partial<ContactFields>): ContactField[] {
	return CONTACT_FIELDS.filter((field) => field in after && !isSame(before[field], after[field]));
}

/**
 * S4: which of the changes somebody else has made differently since: fields that are no longer as they were seen, and
 * not yet as they were to be. What was seen may be unknown (`null`): then every field that would change counts.
 */
export function conflictingFields(
	seen: ContactFields | null,
	now: ContactFields,
	changes: Partial<ContactFields>
): ContactField[] {
	const wanted = changedFields(now, changes);
	return seen ? wanted.filter((field) => !isSame(seen[field], now[field])) : wanted;
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
