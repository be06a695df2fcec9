import type { Instant } from '#lib/kernel/dates.ts';
import type { Role } from '#lib/people/actor.ts';

/** A field that was changed, in words. */
export interface AuditChange {
	field: string;
	before: string | null;
	after: string | null;
}

/** What happened to a shop's people, displays and rules. Names stand as they were on the day. */
export type AuditFact =
	| { kind: 'shop_changed'; changes: AuditChange[] }
	| { kind: 'person_invited'; person: string; role: Role }
	| { kind: 'invitation_withdrawn'; person: string }
	| { kind: 'person_joined'; person: string; role: Role }
	| { kind: 'person_changed'; person: string; changes: AuditChange[] }
	| { kind: 'password_link_made'; person: string }
	| { kind: 'password_changed'; person: string }
	| { kind: 'sessions_ended'; person: string; devices: string[] }
	| { kind: 'display_paired'; display: string }
	| { kind: 'display_changed'; display: string; changes: AuditChange[] }
	| { kind: 'display_revoked'; display: string };

/** J8: a deleted job's tombstone, which stands in the log of the jobs. */
export interface JobDeleted {
	kind: 'job_deleted';
	number: number;
}

export type LoggedFact = AuditFact | JobDeleted;

/** What the log can be narrowed down to. */
export const AUDIT_TOPICS = ['shop', 'people', 'displays', 'jobs'] as const;
export type AuditTopic = (typeof AUDIT_TOPICS)[number];

/** What each kind of entry is about. */
export const TOPIC_OF: Record<LoggedFact['kind'], AuditTopic> = {
	shop_changed: 'shop',
	person_invited: 'people',
	invitation_withdrawn: 'people',
	person_joined: 'people',
	person_changed: 'people',
	password_link_made: 'people',
	password_changed: 'people',
	sessions_ended: 'people',
	display_paired: 'displays',
	display_changed: 'displays',
	display_revoked: 'displays',
	job_deleted: 'jobs'
};

export interface AuditEntry {
	id: string;
	at: Instant;
	by: { id: string; name: string } | null;
	/** What it was done with: "Chrome on Android". */
	device: string | null;
	fact: LoggedFact;
}
