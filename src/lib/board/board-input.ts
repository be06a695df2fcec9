import * as v from 'valibot';

const SENTENCE = 'A version is a whole number.';

/** `GET /api/v1/board/changes`: the version that the board is at. */
export const SinceInput = v.strictObject({
	as: v.optional(v.literal('display')),
	since: v.pipe(v.string(SENTENCE), v.regex(/^\d{1,15}$/, SENTENCE), v.transform(Number))
});
