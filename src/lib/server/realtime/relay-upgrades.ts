import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

const PATH = '/socket.io/';
/** Milliseconds after which an upgrade that nobody answers is ended. */
const UNANSWERED_MS = 1_000;

export interface Relay {
	/** What the socket server attaches to; it never listens itself. */
	server: Server;
	detach: () => void;
}

/**
 * Hands a server's WebSocket upgrades to another one, so that a socket server can be attached, closed and attached
 * again without closing, or taking over, the one that serves the pages.
 */
export function relayUpgrades(from: Server): Relay {
	const server = createServer();
	const pass = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		// Node takes its own listener off a socket that asks for an upgrade; a reset without one ends the process.
		socket.on('error', () => socket.destroy());
		if (request.url?.startsWith(PATH)) server.emit('upgrade', request, socket, head);
		else setTimeout(() => endUnanswered(socket), UNANSWERED_MS).unref();
	};
	from.on('upgrade', pass);
	return { server, detach: () => from.off('upgrade', pass) };
}

function endUnanswered(socket: Duplex & { bytesWritten?: number }): void {
	if (socket.writable && !socket.bytesWritten) socket.end();
}
