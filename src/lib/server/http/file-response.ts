import type { StoredFile } from '#lib/server/attachments/read-attachment.ts';

/**
 * A private file: kept by the browser alone and never shown again without asking whether it still may be, never guessed at,
 * and if it is opened as a page it can run nothing. A browser that has the bytes is spared them, and so is the store.
 */
export async function fileResponse(file: StoredFile, request: Request): Promise<Response> {
	const etag = `"${file.tag}"`;
	const headers = {
		'cache-control': 'private, no-cache',
		'content-security-policy': "default-src 'none'; sandbox",
		'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
		'content-type': file.contentType,
		'x-content-type-options': 'nosniff',
		etag
	};
	if (isKnown(etag, request)) return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(await file.read()), { headers });
}

/** Whether the browser has these bytes. Proxies that compress mark a tag as weak. */
function isKnown(etag: string, { headers }: Request): boolean {
	const known = headers.get('if-none-match')?.split(',') ?? [];
	return known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
