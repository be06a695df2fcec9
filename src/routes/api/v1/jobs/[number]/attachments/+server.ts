import { FILE_MAX_BYTES } from '#lib/attachments/attachment.ts';
import { AttachInput } from '#lib/attachments/attachment-input.ts';
import { addAttachment, requireMayAttach } from '#lib/server/attachments/add-attachment.ts';
import { listAttachments } from '#lib/server/attachments/list-attachments.ts';
import { answer, api } from '#lib/server/http/api.ts';
import { readUpload } from '#lib/server/http/upload/read-upload.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import type { RequestEvent } from './$types';

const LIMITS = { schema: AttachInput, most: FILE_MAX_BYTES, tooLarge: 'attachment.too_large' } as const;

export const GET = api(async ({ params }: RequestEvent, { deps, actor }) =>
	answer({ attachments: await listAttachments(deps, actor, numberIn(params)) })
);

export const POST = api(async ({ params, request }: RequestEvent, { deps, actor }) => {
	const number = numberIn(params);
	await requireMayAttach(deps, actor, number);
	return readUpload(request, LIMITS, async ({ input, file }) =>
		answer(await addAttachment(deps, actor, number, input, file), 201)
	);
});
