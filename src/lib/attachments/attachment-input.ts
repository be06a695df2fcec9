import * as v from 'valibot';
import { MutationId, Text } from '#lib/jobs/job-input.ts';
import { ATTACHMENT_KINDS } from './attachment.ts';

/** A1: the text fields of an upload; the file comes as a part of its own that is called `file`. */
export const AttachInput = v.strictObject({
	kind: v.picklist(ATTACHMENT_KINDS, 'Choose inspiration or drawing.'),
	caption: v.optional(Text(200)),
	mutationId: v.optional(MutationId)
});
export type AttachInput = v.InferOutput<typeof AttachInput>;
