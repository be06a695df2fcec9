import type { RequestEvent } from '@sveltejs/kit';
import { AppError } from '#lib/server/app-error.ts';
import { readAttachment, type AttachmentPart } from '#lib/server/attachments/read-attachment.ts';
import { openApi } from './api.ts';
import { fileResponse } from './file-response.ts';
import { pathId } from './path-id.ts';

/** A3: answers a file of the shop to its people; to whoever is not signed in there is none, as to another shop and to a wall. */
export function attachmentHandler<Event extends RequestEvent<{ id: string }>>(part: AttachmentPart) {
	return openApi(async ({ params, request, locals }: Event, { deps }) => {
		const id = pathId(params.id, 'attachment.not_found');
		if (locals.actor?.kind !== 'person') throw new AppError('attachment.not_found');
		return fileResponse(await readAttachment(deps, locals.actor.shopId, id, part), request);
	});
}
