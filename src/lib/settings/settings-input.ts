import * as v from 'valibot';
import { MutationId, Text } from '#lib/jobs/job-input.ts';
import { HOLD_REASONS, SPEC_FIELDS } from '#lib/jobs/job.ts';
import { HOLD_REASON_CHOICES } from '#lib/jobs/messages.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { isTimeZone } from '#lib/kernel/dates.ts';

/** Most days of any threshold: what is slow for longer than a year is not looked at by its color. */
export const MOST_DAYS = 365;
/** Most entries of a list: more are not chosen from, but searched. */
export const MOST_HOLD_REASONS = 20;
export const MOST_CHOICES = 50;
/** Letters of an entry; a hold's label leaves room for a note. */
export const LONGEST_NAME = 100;
export const LONGEST_LABEL = 60;
export const LONGEST_CHOICE = 80;

/** Text of one line that can be seen: whatever spaces it was pasted with become one. */
const Line = (max: number, missing: string) =>
	v.pipe(
		v.string(missing),
		v.transform((text) => text.replace(/\s+/gu, ' ').normalize('NFC')),
		Text(max),
		v.regex(/[^\p{C}\p{Z}]/u, missing)
	);

const Days = (least: number) =>
	v.pipe(
		v.number('Enter whole days.'),
		v.integer('Enter whole days.'),
		v.minValue(least, `At least ${least}.`),
		v.maxValue(MOST_DAYS, `At most ${MOST_DAYS} days.`)
	);

/** G2: amber before red, at least a day apart; `null` where only the promised date rules. */
const ThresholdInput = v.nullable(
	v.pipe(
		v.strictObject({ amber: Days(1), red: Days(1) }, 'Enter both, or neither.'),
		v.forward(
			v.check(({ amber, red }) => amber < red, 'Red must come after amber.'),
			['red']
		)
	)
);

const folded = (text: string) => text.toLocaleLowerCase('en');
const isNew = (text: string, before: readonly string[]) => !before.map(folded).includes(folded(text));

const ChoiceInput = Line(LONGEST_CHOICE, 'Enter something, or remove the line.');
const ChoicesInput = v.pipe(
	v.array(ChoiceInput, 'This must be a list.'),
	v.maxLength(MOST_CHOICES, `At most ${MOST_CHOICES} entries.`),
	v.checkItems((text, at, all) => isNew(text, all.slice(0, at)), 'This is in the list already.')
);

const FIVE = HOLD_REASONS.map((reason) => HOLD_REASON_CHOICES[reason]);
const HoldReasonsInput = v.pipe(
	v.array(
		v.strictObject({
			label: v.pipe(
				Line(LONGEST_LABEL, 'Enter the reason, or remove the line.'),
				v.check((label) => isNew(label, FIVE), 'This is one of the five reasons already.')
			),
			reason: v.picklist(HOLD_REASONS, 'Choose what it counts as.')
		}),
		'This must be a list.'
	),
	v.maxLength(MOST_HOLD_REASONS, `At most ${MOST_HOLD_REASONS} reasons.`),
	v.checkItems(
		({ label }, at, all) =>
			isNew(
				label,
				all.slice(0, at).map((other) => other.label)
			),
		'This is in the list already.'
	)
);

/** The runtime knows offsets such as `+02:00` too, which know no summer. */
const TimeZoneInput = v.pipe(
	v.string('Choose the time zone.'),
	v.trim(),
	v.nonEmpty('Choose the time zone.'),
	v.check((name) => /^[a-z]/i.test(name) && isTimeZone(name), 'There is no such time zone.')
);

function byKey<Key extends string, Schema extends v.GenericSchema>(keys: readonly Key[], schema: Schema) {
	const entries = keys.map((key) => [key, v.optional(schema)]);
	return v.strictObject(
		Object.fromEntries(entries) as Record<Key, v.OptionalSchema<Schema, undefined>>,
		'This must be an object.'
	);
}

/** The version that was seen, and what is changed; what is not named stays. */
export const ChangeSettingsInput = v.strictObject({
	mutationId: v.optional(MutationId),
	version: v.pipe(
		v.number('A version is a whole number.'),
		v.integer('A version is a whole number.'),
		v.minValue(1, 'A version is a whole number.'),
		v.maxValue(2_147_483_647, 'A version is a whole number.')
	),
	name: v.optional(Line(LONGEST_NAME, 'Enter the name of the shop.')),
	timeZone: v.optional(TimeZoneInput),
	dueSoonDays: v.optional(Days(0)),
	thresholds: v.optional(byKey(STATUSES, ThresholdInput)),
	holdReasons: v.optional(HoldReasonsInput),
	locations: v.optional(ChoicesInput),
	choices: v.optional(byKey(SPEC_FIELDS, ChoicesInput))
});
export type ChangeSettingsInput = v.InferOutput<typeof ChangeSettingsInput>;
