import { removeAttachment } from '#lib/server/attachments/remove-attachment.ts';
import { answerNothing, api } from '#lib/server/http/api.ts';
import { attachmentHandler } from '#lib/server/http/attachment-handler.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import type { RequestEvent } from './$types';

export const GET = attachmentHandler<RequestEvent>('file');

export const DELETE = api(async ({ params }: RequestEvent, { deps, actor }) => {
	await removeAttachment(deps, actor, pathId(params.id, 'attachment.not_found'));
	return answerNothing();
});
