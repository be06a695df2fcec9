import type { StoredFile } from '#lib/server/attachments/read-attachment.ts';

/**
 * A private file: kept by the browser alone, never guessed at, and if it is opened as a page it can run nothing.
 * What an id names never changes, so the id is the tag.
 */
export function fileResponse(file: StoredFile, tag: string, request: Request): Response {
	const etag = `"${tag}"`;
	const headers = {
		'cache-control': 'private, max-age=31536000, immutable',
		'content-security-policy': "default-src 'none'; sandbox",
		'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
		'content-type': file.contentType,
		'x-content-type-options': 'nosniff',
		etag
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(file.bytes), { headers });
}
