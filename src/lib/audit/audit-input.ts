import * as v from 'valibot';
import { Count, Id } from '#lib/jobs/job-input.ts';
import { AUDIT_TOPICS } from './audit.ts';

/** Entries of one page, unless fewer are asked for. */
export const AUDIT_PAGE = 100;

/** A place in the log: the instant and the id of the entry above it. */
export const AUDIT_CURSOR = /^(\d{1,14})\.([a-z0-9]{1,40})$/;

const FILTERS = {
	topic: v.optional(v.picklist(AUDIT_TOPICS, 'This is nothing that the log tells of.')),
	/** Who did it. */
	by: v.optional(Id('There is no such person.'))
};

/** `GET /api/v1/audit` */
export const ListAuditInput = v.strictObject({
	...FILTERS,
	cursor: v.optional(v.pipe(v.string(), v.regex(AUDIT_CURSOR, 'This is no place in the log.'))),
	limit: v.optional(Count(AUDIT_PAGE))
});
export type ListAuditInput = v.InferOutput<typeof ListAuditInput>;

/** `GET /api/v1/audit.csv`: the same filters, and all pages. */
export const ExportAuditInput = v.strictObject(FILTERS);
export type ExportAuditInput = v.InferOutput<typeof ExportAuditInput>;
