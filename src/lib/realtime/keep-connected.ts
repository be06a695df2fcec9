import { watchPage } from './page-events.ts';
import { PULSE_MS, type ConnectRefusal } from './protocol.ts';
import type { BoardSocket, ConnectionListener } from './connection.ts';

/** C4: a connection that says nothing for one pulse and a half is dead, in milliseconds. */
const SILENCE_MS = PULSE_MS * 1.5;
const WATCH_MS = 1_000;
const PROBE_MS = 2_000;
/** Milliseconds until the next attempt after one that the server itself ended. */
const REFUSED_MS = 1_000;

/**
 * Milliseconds that attempts to connect may take, in turn: the short ones notice soon that the network is back, the
 * long one is for slow lines.
 */
export const ATTEMPT_MS = [2_000, 2_000, 2_000, 5_000];

/** C4: notices that a connection is dead, whatever it says of itself, and gets a new one. Returns what ends it all. */
export function keepConnected(socket: BoardSocket, listener: ConnectionListener): () => void {
	let heardAt = performance.now();
	let retry: ReturnType<typeof setTimeout> | undefined;
	const restart = () => {
		heardAt = performance.now();
		socket.disconnect();
		socket.connect();
	};
	const retryLater = () => {
		clearTimeout(retry);
		retry = setTimeout(() => socket.connect(), REFUSED_MS * (0.5 + Math.random()));
	};
	const watch = setInterval(() => {
		if (socket.connected && performance.now() - heardAt > SILENCE_MS) restart();
	}, WATCH_MS);
	const unwatchPage = watchPage({
		offline: restart,
		back: () => {
			if (socket.connected) void probe(socket, listener).catch(restart);
			else restart();
		}
	});
	// Who is connected is known without the database too, and says nothing about the board.
	socket.onAny((event) => event !== 'presence' && (heardAt = performance.now()));
	socket.on('connect', () => (heardAt = performance.now()));
	socket.on('disconnect', (reason) => reason === 'io server disconnect' && retryLater());
	socket.on('connect_error', (error) => {
		const reason = endOf(error);
		if (reason) listener.end(reason);
		else if (!socket.active) retryLater();
	});
	socket.io.on('reconnect_attempt', (attempt) =>
		socket.io.timeout(ATTEMPT_MS[attempt % ATTEMPT_MS.length] ?? 0)
	);
	return () => {
		clearTimeout(retry);
		clearInterval(watch);
		unwatchPage();
		socket.disconnect();
	};
}

/** Rejects when the server does not answer soon. */
async function probe(socket: BoardSocket, listener: ConnectionListener): Promise<void> {
	await socket.timeout(PROBE_MS).emitWithAck('board:since', { since: listener.version() });
}

/** Refusals that trying again does not change. */
function endOf(error: Error): 'signed_out' | 'reload_needed' | null {
	const code = 'data' in error ? (error.data as { code?: ConnectRefusal } | undefined)?.code : undefined;
	if (code === 'unauthenticated') return 'signed_out';
	return code === 'protocol_outdated' ? 'reload_needed' : null;
}
