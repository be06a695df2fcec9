import { once } from 'node:events';
import { WebSocket } from 'ws';
import { countArrivals } from '#tests/bench/arrivals.ts';
import type { Watchers } from '#tests/bench/system.ts';

/** Connects bare WebSockets, each of which reads what it gets. */
export async function watchFloor(url: string, count: number): Promise<Watchers> {
	const arrivals = countArrivals(count);
	const sockets = Array.from({ length: count }, () => new WebSocket(url, { perMessageDeflate: false }));
	for (const socket of sockets) {
		socket.on('message', (data: Buffer) => {
			arrivals.note((JSON.parse(data.toString()) as { key: string }).key);
		});
	}
	await Promise.all(sockets.map((socket) => once(socket, 'open')));
	const disconnect = async () => {
		const closed = sockets.map((socket) => once(socket, 'close'));
		for (const socket of sockets) socket.close();
		await Promise.all(closed);
	};
	return { arrivals, disconnect };
}
