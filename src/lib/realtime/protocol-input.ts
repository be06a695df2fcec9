import * as v from 'valibot';

const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The hand-shake of a client of any age: more than this is not asked of those that are refused as outdated. */
export const HandshakeInput = v.object({
	protocol: v.number(),
	since: v.nullable(Version),
	token: v.optional(v.pipe(v.string(), v.maxLength(200))),
	me: v.optional(v.pipe(v.string(), v.maxLength(100))),
	as: v.optional(v.literal('display')),
	unlisted: v.optional(v.boolean())
});
export type HandshakeInput = v.InferOutput<typeof HandshakeInput>;

/** What a screen may say that it shows or holds: the number of a job, or nothing any more. */
const Shown = v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))));

/** `presence` */
export const PresenceReportInput = v.object({ looking: Shown, dragging: Shown });

/** `board:since` */
export const SinceRequest = v.object({ since: Version });
