import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { PROTOCOL_VERSION, type ClientToServer, type ServerToClient } from '#lib/realtime/protocol.ts';
import { parseConfig } from '#lib/server/config.ts';
import type { Deps } from '#lib/server/deps.ts';
import { openRealtime } from '#lib/server/realtime/attach.ts';
import { PRESENCE_TIMES, type PresenceTimes } from '#lib/server/realtime/presence.ts';

export type ClientSocket = Socket<ServerToClient, ClientToServer>;
type ClientOptions = Partial<ManagerOptions & SocketOptions>;

/** One node of an installation: a socket server on a port of its own, following one database. */
export interface LiveNode {
	url: string;
	/** A client, connecting; it is closed with the node. `auth` adds to the hand-shake. */
	connect: (auth: object, options?: ClientOptions) => ClientSocket;
	/** Ends the server and not the clients. */
	stop: () => Promise<void>;
	close: () => Promise<void>;
}

export async function openNode(
	deps: Deps,
	databaseUrl: string,
	times: Partial<PresenceTimes> = {}
): Promise<LiveNode> {
	const http = createServer((_, response) => response.writeHead(404).end());
	await once(http.listen(0, '127.0.0.1'), 'listening');
	const config = parseConfig({ DATABASE_URL: databaseUrl });
	const realtime = openRealtime(http, databaseUrl, deps, config, { ...PRESENCE_TIMES, ...times });
	const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
	const clients: ClientSocket[] = [];
	let stopped: Promise<void> | undefined;
	const stop = () => (stopped ??= realtime.close().then(() => endHttp(http)));
	return {
		url,
		connect: (auth, options = {}) => {
			const greeting = { protocol: PROTOCOL_VERSION, since: null, ...auth };
			const socket: ClientSocket = io(url, {
				transports: ['websocket'],
				forceNew: true,
				reconnection: false,
				...options,
				auth: greeting
			});
			clients.push(socket);
			return socket;
		},
		stop,
		close: async () => {
			for (const socket of clients) socket.disconnect();
			await stop();
		}
	};
}

async function endHttp(http: Server): Promise<void> {
	http.closeAllConnections();
	await new Promise((resolve) => http.close(resolve));
}
