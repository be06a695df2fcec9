import * as v from 'valibot';
import { MutationId } from '#lib/jobs/job-input.ts';
import { ORDER_TYPES } from '#lib/jobs/job.ts';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import { NameInput } from '#lib/people/person-input.ts';
import { CUSTOMER_NAMES, DENSITIES, DISPLAY_THEMES } from './display.ts';

const DisplayNameInput = NameInput('Name the display: where it hangs.');

/** D1: the columns that a display shows, put into the workflow's order. */
const StatusesInput = v.pipe(
	v.array(v.picklist(STATUSES, 'There is no such column.'), 'Choose the columns.'),
	v.nonEmpty('Choose at least one column.'),
	v.transform((chosen): readonly Status[] => STATUSES.filter((status) => chosen.includes(status)))
);

/** D1: some of a display's settings; the others stay, or are what a new display starts with. */
export const DisplaySettingsInput = v.partial(
	v.strictObject({
		statuses: StatusesInput,
		type: v.nullable(v.picklist(ORDER_TYPES, `The order type is one of ${ORDER_TYPES.join(', ')}, or null.`)),
		density: v.picklist(DENSITIES, `The density is one of ${DENSITIES.join(', ')}.`),
		customers: v.picklist(CUSTOMER_NAMES, `Customers are named ${CUSTOMER_NAMES.join(', ')}.`),
		theme: v.picklist(DISPLAY_THEMES, `The theme is one of ${DISPLAY_THEMES.join(', ')}.`),
		sound: v.boolean('This must be yes or no.')
	})
);
export type DisplaySettingsInput = v.InferOutput<typeof DisplaySettingsInput>;

/** D1: what an admin sends to pair the screen that shows a code. */
export const PairDisplayInput = v.strictObject({
	mutationId: v.optional(MutationId),
	code: v.pipe(
		v.string('Type the code that the screen shows.'),
		v.trim(),
		v.nonEmpty('Type the code that the screen shows.'),
		v.maxLength(100, 'A code is shorter than this.')
	),
	name: DisplayNameInput,
	settings: v.optional(DisplaySettingsInput, {})
});
export type PairDisplayInput = v.InferOutput<typeof PairDisplayInput>;

/** D1: what an admin may change about a display. Sent twice it changes nothing twice. */
export const ChangeDisplayInput = v.strictObject({
	mutationId: v.optional(MutationId),
	name: v.optional(DisplayNameInput),
	settings: v.optional(DisplaySettingsInput, {})
});
export type ChangeDisplayInput = v.InferOutput<typeof ChangeDisplayInput>;
