import type { Card } from '#lib/board/card.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { EditableField } from '#lib/jobs/job.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { ShopRules } from '#lib/settings/shop-settings.ts';

/** The closed list of error codes, each with its HTTP status. The words are in `words.ts`. */
export const PROBLEM_STATUS = {
	'request.unreadable': 400,
	'request.too_large': 413,
	'request.type': 415,
	'request.too_many': 429,
	'request.method': 405,
	unauthenticated: 401,
	'credentials.wrong': 401,
	forbidden: 403,
	origin_refused: 403,
	not_found: 404,
	'job.not_found': 404,
	'attachment.not_found': 404,
	'attachment.too_large': 413,
	'attachment.type': 415,
	'attachment.empty': 422,
	'attachment.damaged': 422,
	'attachment.too_many_pixels': 422,
	'contact.not_found': 404,
	'contact.changed': 409,
	'contact.in_use': 409,
	'job.moved': 409,
	'job.closed': 409,
	'job.not_closed': 409,
	'edit.conflict': 409,
	'mutation.reused': 409,
	'undo.nothing': 409,
	'undo.changed': 409,
	'undo.too_late': 409,
	'changes.expired': 410,
	'display.not_found': 404,
	'display.code_wrong': 422,
	'settings.changed': 409,
	'logo.not_found': 404,
	'logo.too_large': 413,
	'logo.type': 415,
	'link.not_found': 404,
	'link.used': 410,
	'link.expired': 410,
	'input.invalid': 422,
	'move.not_allowed': 422,
	'move.vendor_required': 422,
	'move.hold_reason_required': 422,
	'close.not_ready': 422,
	'close.reason_required': 422,
	'setup.done': 404,
	'setup.code_wrong': 403,
	'service.unavailable': 503,
	'storage.unavailable': 503,
	'server.fault': 500
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** What some codes carry besides their words. */
export interface ProblemFacts {
	/** One sentence for each invalid field. */
	fields?: Record<string, string>;
	/** W4: where the job stands, and where it may go. */
	from?: Status;
	allowed?: readonly Status[];
	/** W4, W8: the job as it truly is. */
	card?: Card;
	movedBy?: { id: string; name: string } | null;
	movedAt?: Instant;
	/** J7: what somebody else has made of the fields that were to be saved. */
	conflicts?: readonly FieldConflict[];
	job?: JobDetails;
	/** S4: the contact as it is now. */
	contact?: Contact;
	/** The shop's settings as they are now, and who has changed them last. */
	settings?: ShopRules;
	changedBy?: string | null;
	/** A2: what the bytes of a refused file are. */
	found?: 'svg' | 'heic' | 'html' | 'unknown';
	/** The content type that was wanted, where it is not JSON. */
	wanted?: 'multipart/form-data';
	/** Seconds. */
	retryAfter?: number;
}

/** J7: a field that somebody else has saved since it was read. */
export interface FieldConflict {
	field: EditableField;
	by: string | null;
	at: Instant;
}

/** RFC 9457 problem details, as every refusal is answered. */
export interface Problem extends ProblemFacts {
	type: string;
	title: string;
	status: number;
	code: ProblemCode;
	detail: string;
}
