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

export type AuditKind = AuditFact['kind'];

export interface AuditEntry {
	id: string;
	at: Instant;
	by: { id: string; name: string } | null;
	device: string | null;
	fact: AuditFact;
}
