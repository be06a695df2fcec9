import { connect, type Socket } from 'node:net';

/**
 * Milliseconds in which PostgreSQL says something to whoever has asked: more than any statement may take. After them the
 * connection is dead, although nobody has said so: a machine without power, a network that lost its memory.
 */
const SILENCE_MS = 20_000;

/** Where a connection goes, as the driver knows it. */
export interface Address {
	host: string[];
	port: number[];
	/** A socket in the file system. */
	path?: string | null;
	/** Milliseconds; shorter in tests. */
	silence?: number;
}

/**
 * Opens a connection that fails when what was sent is not answered. The driver would wait for as long as the operating
 * system sends again, a quarter of an hour, and the whole pool with it. One that merely waits for notifications stays. Under TLS
 * the driver takes these listeners away, and the operating system's patience counts.
 */
export function watchedSocket({ host, port, path, silence = SILENCE_MS }: Address): Socket {
	const [toPort, toHost] = [port[0] ?? 5432, host[0] ?? 'localhost'];
	const socket = path ? connect(path) : connect(toPort, toHost);
	// The driver names the host to the other end of TLS.
	Object.assign(socket, { host: toHost, port: toPort });
	let answered = 0;
	socket.on('data', () => (answered = socket.bytesWritten));
	socket.setTimeout(silence, () => {
		if (socket.bytesWritten === answered) return;
		socket.destroy(Object.assign(new Error('The database has fallen silent'), { code: 'ETIMEDOUT' }));
	});
	return socket;
}
