import * as v from 'valibot';
import { isDay } from '#lib/kernel/dates.ts';
import { ID } from '#lib/kernel/ids.ts';
import { HOLD_REASONS, ORDER_TYPES, OUTCOMES, SPEC_FIELDS } from './job.ts';
import { STATUSES } from './status.ts';

/** Made by the client for every change; the same id again gets the same answer and does nothing twice. */
export const MutationId = v.pipe(
	v.string('A mutation id is needed.'),
	v.uuid('The mutation id must be a UUID.')
);

/** The calendars of browsers and of the database agree from here on. */
const FIRST_DAY = '1900-01-01';

export const DayInput = v.pipe(
	v.string('Choose a date.'),
	v.check((day) => isDay(day) && day >= FIRST_DAY, 'This date does not exist.')
);

export const Id = (message: string) => v.pipe(v.string(message), v.regex(ID, message));

/**
 * Text that people type: trimmed, without control characters, marks that turn the direction of what follows, or broken
 * halves of letters, at most `max` characters.
 */
export const Text = (max: number) =>
	v.pipe(
		v.string('This must be text.'),
		v.trim(),
		v.maxLength(max, `At most ${max} characters.`),
		v.check(
			(text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Cs}]/u.test(text),
			'Control characters are not allowed.'
		)
	);

const Cents = v.pipe(
	v.number('This must be an amount in cents.'),
	v.integer('This must be whole cents.'),
	v.minValue(0, 'An amount is never negative.'),
	v.maxValue(1_000_000_000_00, 'This amount is too large.')
);

/** A whole number from 1, in an address. */
export const Count = (max: number) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,9}$/, 'This must be a whole number.'),
		v.transform(Number),
		v.minValue(1, 'This must be at least 1.'),
		v.maxValue(max, `This must be at most ${max}.`)
	);

const StatusInput = v.picklist(STATUSES, 'There is no such status.');
const Neighbour = v.pipe(
	v.number('A job number is needed.'),
	v.integer('A job number is needed.'),
	v.minValue(1, 'A job number is needed.'),
	v.maxValue(999_999_999, 'A job number is needed.')
);

export const HoldInput = v.strictObject({
	reason: v.picklist(HOLD_REASONS, 'Choose what the job is waiting for.'),
	note: v.optional(v.nullable(Text(500))),
	until: v.optional(v.nullable(DayInput))
});

/** W2–W7, W12: `before` and `after` are the cards below and above after the drop. */
export const MoveInput = v.strictObject({
	mutationId: MutationId,
	from: StatusInput,
	to: StatusInput,
	before: v.optional(v.nullable(Neighbour)),
	after: v.optional(v.nullable(Neighbour)),
	vendorId: v.optional(v.nullable(Id('Choose a vendor.'))),
	hold: v.optional(v.nullable(HoldInput))
});
export type MoveInput = v.InferOutput<typeof MoveInput>;

export const UndoInput = v.strictObject({ mutationId: MutationId });
export type UndoInput = v.InferOutput<typeof UndoInput>;

/** W10 */
export const CloseInput = v.strictObject({
	mutationId: MutationId,
	outcome: v.picklist(OUTCOMES, 'Choose picked up or cancelled.'),
	reason: v.optional(v.nullable(Text(500)))
});
export type CloseInput = v.InferOutput<typeof CloseInput>;

export const ReopenInput = v.strictObject({ mutationId: MutationId });
export type ReopenInput = v.InferOutput<typeof ReopenInput>;

/** S2: `contact` is what was shown to whoever asks; another customer, or a newer version, is refused then. */
export const RefreshCustomerInput = v.strictObject({
	mutationId: MutationId,
	contact: v.optional(
		v.strictObject({
			id: Id('Choose the customer.'),
			version: v.pipe(v.number('This must be a version.'), v.integer('This must be a version.'))
		})
	)
});
export type RefreshCustomerInput = v.InferOutput<typeof RefreshCustomerInput>;

/** J8: the id may be left out; whoever sends it may ask twice. */
export const DeleteJobInput = v.strictObject({ mutationId: v.optional(MutationId) });
export type DeleteJobInput = v.InferOutput<typeof DeleteJobInput>;

const SpecInput = v.strictObject(
	Object.fromEntries(SPEC_FIELDS.map((field) => [field, v.optional(Text(200))])) as Record<
		(typeof SPEC_FIELDS)[number],
		v.OptionalSchema<ReturnType<typeof Text>, undefined>
	>
);

/** J3: customer and promised date are required; the salesperson defaults to the person signed in. */
export const CreateJobInput = v.strictObject({
	mutationId: MutationId,
	type: v.picklist(ORDER_TYPES, 'Choose custom or repair.'),
	customerId: Id('Choose the customer.'),
	promisedOn: DayInput,
	salespersonId: v.optional(Id('Choose the salesperson.')),
	jewelerId: v.optional(v.nullable(Id('Choose the jeweler.'))),
	vendorId: v.optional(v.nullable(Id('Choose the vendor.'))),
	title: v.optional(v.nullable(Text(200))),
	location: v.optional(v.nullable(Text(100))),
	rush: v.optional(v.boolean('This must be yes or no.')),
	notes: v.optional(v.nullable(Text(5000))),
	budgetCents: v.optional(v.nullable(Cents)),
	declaredValueCents: v.optional(v.nullable(Cents)),
	spec: v.optional(SpecInput)
});
export type CreateJobInput = v.InferOutput<typeof CreateJobInput>;
