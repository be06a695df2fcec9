import * as v from 'valibot';
import { CreateJobInput, MutationId } from './job-input.ts';
import { SPEC_FIELDS, type EditableField } from './job.ts';

const { mutationId: _, ...fields } = CreateJobInput.entries;

/** J7: the version that was seen, and the fields that were changed; `null` or empty text clears a field. */
export const EditJobInput = v.strictObject({
	mutationId: MutationId,
	version: v.pipe(
		v.number('A version is a whole number.'),
		v.integer('A version is a whole number.'),
		v.minValue(1, 'A version is a whole number.')
	),
	...v.partial(v.strictObject(fields)).entries
});
export type EditJobInput = v.InferOutput<typeof EditJobInput>;

export type FieldValue = string | number | boolean | null;

/** What is to become of some of a job's fields. */
export type Edit = Partial<Record<EditableField, FieldValue>>;

/** The fields that an input changes, on one level; what was left empty is `null`. */
export function editOf({ mutationId: _id, version: _version, spec = {}, ...input }: EditJobInput): Edit {
	const named = Object.entries({ ...input, ...spec }).filter(([, value]) => value !== undefined);
	return Object.fromEntries(named.map(([field, value]) => [field, value === '' ? null : value]));
}

const SPEC: readonly string[] = SPEC_FIELDS;

/** The body that changes one field. */
export function bodyOf(field: EditableField, value: FieldValue): object {
	return SPEC.includes(field) ? { spec: { [field]: value ?? '' } } : { [field]: value };
}
