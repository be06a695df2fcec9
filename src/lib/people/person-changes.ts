import type { AuditChange } from '#lib/audit/audit.ts';
import type { ListedPerson } from './actor.ts';
import { ACCESS_WORDS, PERSON_FIELDS, ROLE_NAMES } from './messages.ts';

type Person = Pick<ListedPerson, 'name' | 'role' | 'active'>;

/** P3: what has changed about a person, in the words of the audit log. */
export function personChanges(before: Person, after: Person): AuditChange[] {
	return [
		{ field: PERSON_FIELDS.name, before: before.name, after: after.name },
		{ field: PERSON_FIELDS.role, before: ROLE_NAMES[before.role], after: ROLE_NAMES[after.role] },
		{ field: PERSON_FIELDS.access, before: accessOf(before), after: accessOf(after) }
	].filter((change) => change.before !== change.after);
}

function accessOf({ active }: Person): string {
	return active ? ACCESS_WORDS.active : ACCESS_WORDS.ended;
}
