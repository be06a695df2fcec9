import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import postgres from 'postgres';
import { WebSocketServer } from 'ws';
import type { MoveBody } from '#tests/bench/plan-moves.ts';

/**
 * The floor: what cannot be left out of a move. One committed statement that changes a row and notifies, one answer, and one
 * frame to each watcher when the notification comes back. It checks nothing, knows nobody and keeps no history.
 */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10 });

const server = createServer((request, response) => {
	if (request.method === 'GET') return void response.end();
	move(request).then(
		(answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
		(error: unknown) => response.writeHead(500).end(String(error))
	);
});

const sockets = new WebSocketServer({ server, perMessageDeflate: false });
await sql.listen('floor', (payload) => {
	const frame = Buffer.from(payload);
	for (const socket of sockets.clients) socket.send(frame, { binary: false });
});

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit(0));

/** `POST …/jobs/{number}/moves`, as the product takes it. */
async function move(request: IncomingMessage): Promise<object> {
	const number = Number(request.url?.split('/').at(-2));
	const { mutationId, to } = (await json(request)) as MoveBody;
	const change = { key: mutationId, number, kind: 'moved', at: new Date(), set: { status: to } };
	const moved = await sql`
		with moved as (update floor_cards set status = ${to} where number = ${number} returning number)
		select pg_notify('floor', ${JSON.stringify(change)}) from moved`;
	if (moved.length !== 1) throw new Error(`There is no card ${number}`);
	return { key: mutationId };
}
