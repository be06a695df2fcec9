import type { FieldConflict } from '#lib/problems/problem.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Abilities } from './abilities.ts';
import type { Edit, FieldValue } from './edit-input.ts';
import type { JobDetails } from './job-details.ts';
import type { JobFact } from './job-events.ts';
import { EDITABLE_FIELDS, SPEC_FIELDS, type EditableField } from './job.ts';
import type { Decision } from './workflow.ts';

export type EditRefusal =
	| { code: 'forbidden' }
	| { code: 'job.closed' }
	| { code: 'edit.conflict'; conflicts: readonly FieldConflict[] };

/** What somebody did to the job after the version that an edit saw. */
export interface LaterChange {
	fact: JobFact;
	by: string | null;
	at: Instant;
}

/**
 * J7, W13: whether an edit may be saved on top of what has happened since it was begun. Other fields merge; of a field
 * that somebody has changed meanwhile nothing is overwritten, unless both want the same.
 */
export function decideEdit(
	job: JobDetails,
	edit: Edit,
	later: readonly LaterChange[],
	abilities: Abilities
): Decision<EditRefusal> {
	if (fieldsOf(edit).some((field) => !abilities.edit.includes(field))) return refuse({ code: 'forbidden' });
	if (job.closing !== null) return refuse({ code: 'job.closed' });
	const conflicts = changedFields(job, edit).flatMap((field) => conflictOf(field, later) ?? []);
	return conflicts.length > 0 ? refuse({ code: 'edit.conflict', conflicts }) : { ok: true };
}

/** The fields that an edit names and that are not as it wants them already. */
export function changedFields(job: JobDetails, edit: Edit): EditableField[] {
	return fieldsOf(edit).filter((field) => edit[field] !== fieldValue(job, field));
}

/** What stands in a field; people, customers and vendors by their ids. */
export function fieldValue(job: JobDetails, field: EditableField): FieldValue {
	switch (field) {
		case 'salespersonId':
			return job.salesperson.id;
		case 'jewelerId':
			return job.jeweler?.id ?? null;
		default:
			return isSpecField(field) ? (job.spec[field] ?? null) : (job[field] ?? null);
	}
}

/** The same as history tells it: by name. */
export function fieldWords(job: JobDetails, field: EditableField): FieldValue {
	switch (field) {
		case 'salespersonId':
			return job.salesperson.name;
		case 'jewelerId':
			return job.jeweler?.name ?? null;
		case 'customerId':
			return job.customer;
		case 'vendorId':
			return job.vendor;
		default:
			return fieldValue(job, field);
	}
}

export function isSpecField(field: EditableField): field is (typeof SPEC_FIELDS)[number] {
	return (SPEC_FIELDS as readonly string[]).includes(field);
}

function fieldsOf(edit: Edit): EditableField[] {
	return EDITABLE_FIELDS.filter((field) => edit[field] !== undefined);
}

/** The last one who changed a field. */
function conflictOf(field: EditableField, later: readonly LaterChange[]): FieldConflict | null {
	const change = later.findLast(({ fact }) => changes(fact, field));
	return change ? { field, by: change.by, at: change.at } : null;
}

function changes(fact: JobFact, field: EditableField): boolean {
	if (fact.kind === 'edited') return fact.changes.some((change) => change.field === field);
	if (field !== 'vendorId') return false;
	// H1: a move may name the vendor, and undoing it takes the name back.
	return (fact.kind === 'moved' && fact.vendor !== null) || (fact.kind === 'undone' && fact.vendor !== false);
}

function refuse(refusal: EditRefusal): Decision<EditRefusal> {
	return { ok: false, refusal };
}
