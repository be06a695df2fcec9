import * as v from 'valibot';
import { Count } from './job-input.ts';

/** How many entries are read at once. */
export const HISTORY_PAGE = 100;

/** `GET /api/v1/jobs/{number}/history`: the entries before a version, newest first. */
export const HistoryInput = v.strictObject({
	before: v.optional(Count(999_999_999)),
	limit: v.optional(Count(500), String(HISTORY_PAGE))
});
export type HistoryInput = v.InferOutput<typeof HistoryInput>;
