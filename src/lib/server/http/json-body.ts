import { AppError } from '#lib/server/app-error.ts';
import { causesOf } from './database-gone.ts';

/** Most bytes of a JSON body; uploads have their own way in. */
export const BODY_LIMIT = 64 * 1024;

/** The JSON body of a request. Throws `request.type`, `request.too_large` or `request.unreadable`. */
export async function readJson(request: Request): Promise<unknown> {
	if (!isJson(request.headers.get('content-type'))) throw new AppError('request.type');
	return parseJson(await readText(request));
}

function isJson(contentType: string | null): boolean {
	const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
	return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new AppError('request.unreadable');
	}
}

/** Reads on to the end of a body that is too large, and keeps none of it: the connection serves the next request. */
async function readText(request: Request): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = Number(request.headers.get('content-length'));
	let read = 0;
	const reader = request.body?.getReader();
	for (;;) {
		const chunk = await reader?.read().catch(unreadable);
		if (!chunk || chunk.done) break;
		read += chunk.value.byteLength;
		size = Math.max(size, read);
		if (size <= BODY_LIMIT) chunks.push(chunk.value);
		else chunks.length = 0;
	}
	if (size > BODY_LIMIT) throw new AppError('request.too_large');
	return decode(chunks);
}

function decode(chunks: Uint8Array[]): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
	} catch {
		throw new AppError('request.unreadable');
	}
}

/**
 * What a body that could not be read is refused with: the server in front gives up on bodies over its own limit, and
 * clients go away in the middle of theirs.
 */
export function unreadable(error: unknown): never {
	const tooLarge = causesOf(error).some((cause) => 'status' in cause && cause.status === 413);
	throw new AppError(tooLarge ? 'request.too_large' : 'request.unreadable');
}
