import type { RequestEvent } from '@sveltejs/kit';
import { AppError } from '#lib/server/app-error.ts';
import { requireCover } from '#lib/server/attachments/require-cover.ts';
import { readAttachment, type AttachmentPart } from '#lib/server/attachments/read-attachment.ts';
import { openApi } from './api.ts';
import { fileResponse } from './file-response.ts';
import { pathId } from './path-id.ts';

/**
 * A3: answers a file of the shop to its people; to whoever is not signed in there is none, as to another shop. D3: a display
 * gets the small pictures of the cards on the board, and nothing else.
 */
export function attachmentHandler<Event extends RequestEvent<{ id: string }>>(part: AttachmentPart) {
	return openApi(async ({ params, request, locals }: Event, { deps }) => {
		const id = pathId(params.id, 'attachment.not_found');
		const { actor } = locals;
		if (!actor || (actor.kind === 'display' && part !== 'thumbnail'))
			throw new AppError('attachment.not_found');
		if (actor.kind === 'display') await requireCover(deps.sql, actor.shopId, id);
		return fileResponse(await readAttachment(deps, actor.shopId, id, part), request);
	});
}
