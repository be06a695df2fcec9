import { once } from 'node:events';
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION, type Changes, type ServerToClient } from '#lib/realtime/protocol.ts';
import { countArrivals } from '#tests/bench/arrivals.ts';
import type { Watchers } from '#tests/bench/system.ts';

/** Engine.IO and Socket.IO frames, by the characters that they begin with. */
const OPEN = '0';
const PING = '2';
const PONG = '3';
const CONNECT = '40';
const EVENT = '42';
const REFUSED = '44';

type Event = {
	[Name in keyof ServerToClient]: [Name, ...Parameters<ServerToClient[Name]>];
}[keyof ServerToClient];

export interface WireWatchers extends Watchers {
	/** Payload bytes of all frames with changes that all of them received so far. */
	bytes: () => number;
}

/**
 * Connects WebSockets that speak just enough of the protocol to be a screen. They cost the measuring process no more than the
 * floor's watchers do, and they see the frames as they are.
 */
export async function watchOnWire(url: string, tokens: string[], since: number): Promise<WireWatchers> {
	const arrivals = countArrivals(tokens.length);
	let bytes = 0;
	const onFrame = (frame: string, event: Event) => {
		if (event[0] !== 'board:changes') return;
		bytes += Buffer.byteLength(frame);
		for (const { version } of (event[1] as Changes).changes) arrivals.note(String(version));
	};
	const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
	const sockets = await Promise.all(
		tokens.map((token) => connect(address, { protocol: PROTOCOL_VERSION, since, token }, onFrame))
	);
	const disconnect = async () => {
		const closed = sockets.map((socket) => once(socket, 'close'));
		for (const socket of sockets) socket.close();
		await Promise.all(closed);
	};
	return { arrivals, disconnect, bytes: () => bytes };
}

/** Resolves at the first event, the pulse of a screen that is up to date. */
function connect(
	address: string,
	handshake: object,
	onFrame: (frame: string, event: Event) => void
): Promise<WebSocket> {
	const socket = new WebSocket(address, { perMessageDeflate: false });
	return new Promise((resolve, reject) => {
		socket.once('error', reject);
		socket.on('message', (data: Buffer) => {
			const frame = data.toString();
			if (frame.startsWith(EVENT)) {
				resolve(socket);
				onFrame(frame, JSON.parse(frame.slice(EVENT.length)) as Event);
			} else if (frame.startsWith(OPEN)) socket.send(CONNECT + JSON.stringify(handshake));
			else if (frame === PING) socket.send(PONG);
			else if (frame.startsWith(REFUSED)) reject(new Error(frame));
		});
	});
}
