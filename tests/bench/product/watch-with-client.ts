import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type ClientToServer, type ServerToClient } from '#lib/realtime/protocol.ts';
import { countArrivals } from '#tests/bench/arrivals.ts';
import type { Watchers } from '#tests/bench/system.ts';

/** Connects one real Socket.IO client for each token, as the screens of a shop do. */
export async function watchWithClient(url: string, tokens: string[], since: number): Promise<Watchers> {
	const arrivals = countArrivals(tokens.length);
	const sockets = tokens.map((token) => connect(url, token, since));
	for (const socket of sockets) {
		socket.on('board:changes', ({ changes }) => {
			for (const { version } of changes) arrivals.note(String(version));
		});
	}
	await Promise.all(sockets.map(isCurrent));
	const disconnect = () => {
		for (const socket of sockets) socket.disconnect();
		return Promise.resolve();
	};
	return { arrivals, disconnect };
}

function connect(url: string, token: string, since: number): Socket<ServerToClient, ClientToServer> {
	return io(url, {
		transports: ['websocket'],
		forceNew: true,
		reconnection: false,
		auth: { protocol: PROTOCOL_VERSION, since, token }
	});
}

/** A screen that is up to date hears the pulse when it connects. */
async function isCurrent(socket: Socket<ServerToClient, ClientToServer>): Promise<void> {
	const refused = new Promise<never>((_, reject) => socket.once('connect_error', reject));
	await Promise.race([new Promise((resolve) => socket.once('board:pulse', resolve)), refused]);
}
