import * as v from 'valibot';
import { PARTIES } from '#lib/board/waiting-on.ts';
import { DUE_FILTERS } from '#lib/finding/due-filter.ts';
import { MOVED } from '#lib/finding/list-query.ts';
import { SORTS } from '#lib/finding/sorts.ts';
import { Count, Id, Text } from './job-input.ts';
import { ORDER_TYPES } from './job.ts';
import { STATUSES } from './status.ts';

const YesOrNo = v.pipe(
	v.picklist(['true', 'false'], 'This must be true or false.'),
	v.transform((text) => text === 'true')
);

/** The longest search; more than a title holds. */
const LONGEST_SEARCH = 200;

const NO_SUCH_PERSON = 'There is no such person in this shop.';

const FILTERS = {
	q: v.optional(Text(LONGEST_SEARCH)),
	status: v.optional(v.picklist(STATUSES, 'There is no such status.')),
	type: v.optional(v.picklist(ORDER_TYPES, 'Choose custom or repair.')),
	salesperson: v.optional(Id(NO_SUCH_PERSON)),
	jeweler: v.optional(Id(NO_SUCH_PERSON)),
	/** A vendor contact’s id, or the vendor’s name as it stands on jobs (S3). */
	vendor: v.optional(v.pipe(Text(200), v.nonEmpty('Name a vendor.'))),
	due: v.optional(v.picklist(DUE_FILTERS, `This must be one of ${DUE_FILTERS.join(', ')}.`)),
	red: v.optional(YesOrNo),
	/** P4: on whom an open job waits. */
	waiting: v.optional(v.picklist(PARTIES, `This must be one of ${PARTIES.join(', ')}.`)),
	rush: v.optional(YesOrNo),
	hasVendor: v.optional(YesOrNo),
	closed: v.optional(YesOrNo),
	/** P4: moved to another status on the shop’s day. */
	moved: v.optional(v.picklist(MOVED, `This must be one of ${MOVED.join(', ')}.`)),
	sort: v.optional(v.picklist(SORTS, 'There is no such order.'))
};

/** `GET /api/v1/jobs.csv`: the same filters and order as the list, and all of its pages. */
export const ExportJobsInput = v.strictObject(FILTERS);
export type ExportJobsInput = v.InferOutput<typeof ExportJobsInput>;

/** `GET /api/v1/jobs`: `cursor` is what another page answered as `next` or `previous`. */
export const ListJobsInput = v.strictObject({
	...FILTERS,
	cursor: v.optional(v.pipe(v.string(), v.maxLength(2000, 'This is no cursor.'))),
	limit: v.optional(Count(200), '50')
});
export type ListJobsInput = v.InferOutput<typeof ListJobsInput>;
