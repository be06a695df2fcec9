import { readAttachment } from '#lib/server/attachments/read-attachment.ts';
import { api } from '#lib/server/http/api.ts';
import { fileResponse } from '#lib/server/http/file-response.ts';
import type { RequestEvent } from './$types';

export const GET = api(async ({ params, request }: RequestEvent, { deps, actor }) => {
	const file = await readAttachment(deps, actor.shopId, params.id, 'file');
	return fileResponse(file, params.id, request);
});
