import { connect, Socket } from 'node:net';
import { secure, type TlsMode } from './tls.ts';

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

/** Opens the connections of a pool. The driver hears of whatever fails from the socket, as it does of its own. */
export function openSockets(tls: TlsMode): (address: Address) => Socket | Promise<Socket> {
	return (address) => {
		const { host, port, path, silence = SILENCE_MS } = address;
		const [toHost, toPort] = [host[0] ?? 'localhost', port[0] ?? 5432];
		const socket = path ? connect(path) : connect(toPort, toHost);
		const watched = (one: Socket) => failFatal(failWhole(failSilent(one, silence)));
		if (tls === 'disable' || path) return watched(socket);
		return secure(socket, { host: toHost, mode: tls }).then(watched, (error: Error) => broken(error));
	};
}

/**
 * Fails a connection when what was sent is not answered. The driver would wait for as long as the operating system sends
 * again, a quarter of an hour, and the whole pool with it. One that merely waits for notifications stays.
 */
function failSilent(socket: Socket, silence: number): Socket {
	let answered = 0;
	socket.on('data', () => (answered = socket.bytesWritten));
	return socket.setTimeout(silence, () => {
		if (socket.bytesWritten === answered) return;
		socket.destroy(Object.assign(new Error('The database has fallen silent'), { code: 'ETIMEDOUT' }));
	});
}

/**
 * Between the error of a connection and its end, a moment later, the driver goes on giving it statements, and forgets them
 * there: the next connection answers them with nothing, or with what another statement asked for. So whatever has come meanwhile
 * is told the error at the end.
 */
function failWhole(socket: Socket): Socket {
	let reason: Error | undefined;
	socket.on('error', (error) => (reason = error));
	return socket.on('close', () => reason && socket.emit('error', reason));
}

/** PostgreSQL's last words on a connection: no text in it can hold these zeros. */
const FATAL = /\0V(?:FATAL|PANIC)\0C(.{5})\0M([^\0]*)\0/s;

/**
 * Ends a connection with PostgreSQL's last words on it. The driver would keep them for the end of a statement that never comes, and tell
 * them to whoever uses the next connection first; when that is a transaction, the pool never gets the connection back.
 */
function failFatal(socket: Socket): Socket {
	const emit = socket.emit.bind(socket) as (event: string, ...args: unknown[]) => boolean;
	const emitUnlessFatal = (event: string, ...args: unknown[]) => {
		const [chunk] = args;
		if (event !== 'data' || !Buffer.isBuffer(chunk) || !isLast(chunk)) return emit(event, ...args);
		const [, code, message] = FATAL.exec(chunk.toString()) ?? [];
		socket.destroy(Object.assign(new Error(message), { code }));
		return true;
	};
	return Object.assign(socket, { emit: emitUnlessFatal });
}

function isLast(chunk: Buffer): boolean {
	return chunk.includes('\0VFATAL\0') || chunk.includes('\0VPANIC\0');
}

/** A connection that did not come about. */
function broken(error: Error): Socket {
	const socket = failWhole(new Socket());
	setImmediate(() => socket.destroy(error));
	return socket;
}
