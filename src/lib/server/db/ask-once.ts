import type { Socket } from 'node:net';
import postgres from 'postgres';
import { openSockets, type Address } from './socket.ts';
import { tlsModeOf, type TlsMode } from './tls.ts';

/** Milliseconds that one try takes at most. */
const TRY_MS = 2_000;

/** How PostgreSQL can begin its answer: what it wants to know, an error, a notice, another version. */
const BEGINNINGS = 'RENv';

/** Asks a database for an answer, once. Returns what stood in the way, or `null`. Takes at most 3 s, whatever is at the address. */
export async function askOnce(address: string): Promise<Error | null> {
	const over = new AbortController();
	try {
		const { mode, url } = tlsModeOf(address);
		const sql = postgres(url, {
			max: 1,
			fetch_types: false,
			onnotice: () => undefined,
			// The driver takes it, and its types do not know.
			...{ socket: openOnce(mode, over.signal) }
		});
		await Promise.race([sql`select 1`, late(over.signal)]);
		await sql.end({ timeout: 1 });
		return null;
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	} finally {
		over.abort();
	}
}

/** To whatever hangs up before it has answered the driver goes back for ever, and tells nobody: here it cannot. */
function openOnce(mode: TlsMode, over: AbortSignal): (to: Address) => Promise<Socket> {
	let isOpened = false;
	return async (to) => {
		if (isOpened) throw new Error('what is there hangs up');
		isOpened = true;
		const socket = await openSockets(mode)(to);
		const close = () => socket.destroy();
		if (over.aborted) close();
		over.addEventListener('abort', close);
		return socket.once('data', (answer: Buffer) => {
			if (!BEGINNINGS.includes(answer.toString('latin1', 0, 1)))
				socket.destroy(new Error('what answers there is no PostgreSQL'));
		});
	};
}

/** Rejects when a try has taken too long, unless it is over by then. */
function late(over: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		const timer = setTimeout(() => reject(new Error(`no answer within ${TRY_MS / 1000} s`)), TRY_MS);
		over.addEventListener('abort', () => clearTimeout(timer));
	});
}
