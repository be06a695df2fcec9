import { formatJobNumber } from '#lib/jobs/job-number.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import { ACCESS_WORDS, PERSON_FIELDS } from '#lib/people/messages.ts';
import type { AuditChange, LoggedFact } from './audit.ts';

const SOMEBODY = 'Somebody';
const NOTHING = 'nothing';

/** One entry of the audit log as one sentence: who did what. */
export function auditSentence({ by, fact }: { by: { name: string } | null; fact: LoggedFact }): string {
	return `${by?.name ?? SOMEBODY} ${deed(fact)}.`;
}

/** "Name: “A” → “B”; …" */
function changeWords(changes: readonly AuditChange[]): string {
	return changes
		.map(({ field, before, after }) => `${field}: ${before ?? NOTHING} → ${after ?? NOTHING}`)
		.join('; ');
}

function deed(fact: LoggedFact): string {
	switch (fact.kind) {
		case 'shop_changed':
			return `changed the shop’s settings. ${changeWords(fact.changes)}`;
		case 'person_invited':
			return `invited ${fact.person} as ${fact.role}`;
		case 'invitation_withdrawn':
			return `withdrew the invitation of ${fact.person}`;
		case 'person_joined':
			return `joined as ${fact.role}`;
		case 'person_changed':
			return personDeed(fact.person, fact.changes);
		case 'password_link_made':
			return `made a link for ${fact.person} to choose a new password`;
		case 'password_changed':
			return `changed the password of ${fact.person}`;
		case 'sessions_ended':
			return `signed ${fact.person} out${fact.devices.length > 0 ? ` of ${listOf(fact.devices)}` : ''}`;
		case 'display_paired':
			return `paired the display ${fact.display}`;
		case 'display_changed':
			return `changed the display ${fact.display}. ${changeWords(fact.changes)}`;
		case 'display_revoked':
			return `revoked the display ${fact.display}`;
		case 'job_deleted':
			return `deleted job ${formatJobNumber(fact.number)}`;
		default:
			return assertNever(fact);
	}
}

/** P3: ending an access is one thing that is done; a name or a role is a value that was another. */
function personDeed(person: string, changes: readonly AuditChange[]): string {
	const [{ field, after }, ...others] = changes as [AuditChange, ...AuditChange[]];
	if (field !== PERSON_FIELDS.access || others.length > 0)
		return `changed ${person}. ${changeWords(changes)}`;
	return after === ACCESS_WORDS.ended ? `ended the access of ${person}` : `gave ${person} access again`;
}

function listOf(words: readonly string[]): string {
	return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
}
