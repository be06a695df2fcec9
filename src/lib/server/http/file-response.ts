import type { StoredFile } from '#lib/server/attachments/read-attachment.ts';
import { parseRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';

/**
 * A private file: kept by the browser alone and never shown again without asking whether it still may be, never guessed at,
 * and if it is opened as a page it can run nothing. A browser that has the bytes is spared them, and so is the store; one that
 * asks for a part gets it where the size is known beforehand.
 */
export async function fileResponse(file: StoredFile, request: Request): Promise<Response> {
	const etag = `"${file.tag}"`;
	const headers = new Headers({
		'accept-ranges': file.bytes === null ? 'none' : 'bytes',
		'cache-control': 'private, no-cache',
		'content-security-policy': "default-src 'none'; sandbox",
		'content-disposition': contentDisposition(file.fileName),
		'content-type': file.contentType,
		'x-content-type-options': 'nosniff',
		etag
	});
	if (isKnown(etag, request)) return new Response(null, { status: 304, headers });
	if (request.method === 'HEAD') {
		headers.set('content-length', String(await file.size()));
		return new Response(null, { headers });
	}
	return file.bytes === null
		? whole(file, headers)
		: partOf(file, file.bytes, rangeHeader(etag, request), headers);
}

async function partOf(
	file: StoredFile,
	bytes: number,
	header: string | null,
	headers: Headers
): Promise<Response> {
	const range = parseRange(header, bytes);
	if (range === null) return whole(file, headers);
	if (range === 'unsatisfiable') {
		headers.set('content-range', `bytes */${bytes}`);
		return new Response(null, { status: 416, headers });
	}
	const { body, size } = await file.open(range);
	headers.set('content-range', `bytes ${range.first}-${range.last}/${bytes}`);
	headers.set('content-length', String(size));
	return new Response(body, { status: 206, headers });
}

async function whole(file: StoredFile, headers: Headers): Promise<Response> {
	const { body, size } = await file.open();
	headers.set('content-length', String(size));
	return new Response(body, { headers });
}

/** Whether the browser has these bytes. Proxies that compress mark a tag as weak. */
function isKnown(etag: string, { headers }: Request): boolean {
	const known = headers.get('if-none-match')?.split(',') ?? [];
	return known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** The range that is asked for, unless it was meant for other bytes than these. */
function rangeHeader(etag: string, { headers }: Request): string | null {
	const condition = headers.get('if-range')?.trim();
	return condition === undefined || condition === etag ? headers.get('range') : null;
}
