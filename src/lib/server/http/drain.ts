import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/** Most bytes that are taken in of a body that is too large, so that its sender hears why it was refused. */
const MOST = 64 * 1024 * 1024;

/** What a request arrives with: the server's own, where there is one, beside the standard's. */
interface Arriving {
	request: Request;
	platform?: unknown;
}

/**
 * Takes in what is left of a body that nobody has read. Otherwise it would stand in the way of the next request on the
 * same connection, which the server would reset after a while. Returns whether it has come to the body's end; if not, the
 * connection is to be closed.
 */
export async function drain({ request, platform }: Arriving): Promise<boolean> {
	if (request.body !== null && !request.bodyUsed && !request.body.locked) await readOut(request.body);
	const arriving = arrivingAt(platform);
	return arriving === null || takeIn(arriving);
}

async function readOut(body: ReadableStream<Uint8Array>): Promise<void> {
	const reader = body.getReader();
	try {
		while (!(await reader.read()).done);
	} catch {
		// The client has gone, or sent more than the server takes.
	}
}

/**
 * The rest of what the server gave up on. A browser that is answered while it sends, and then cut off, shows a lost
 * connection instead of the answer.
 */
async function takeIn(arriving: IncomingMessage): Promise<boolean> {
	if (arriving.complete || arriving.destroyed) return true;
	let taken = 0;
	return new Promise((resolve) => {
		arriving.on('data', (chunk: Buffer) => {
			taken += chunk.length;
			if (taken <= MOST) return;
			arriving.pause();
			resolve(false);
		});
		const end = () => resolve(true);
		finished(arriving).then(end, end);
		arriving.resume();
	});
}

function arrivingAt(platform: unknown): IncomingMessage | null {
	const isNode = platform instanceof Object && 'req' in platform;
	return isNode ? (platform.req as IncomingMessage) : null;
}
