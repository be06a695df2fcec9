import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSockets } from './socket.ts';

let server: Server;
let taken: Socket[];
beforeEach(async () => {
	taken = [];
	server = createServer((socket) => taken.push(socket));
	await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
	for (const socket of taken) socket.destroy();
	await new Promise((resolve) => server.close(resolve));
});

const open = () => {
	const { port } = server.address() as AddressInfo;
	return openSockets('disable')({ host: ['127.0.0.1'], port: [port], silence: 50 }) as Socket;
};

test('what is asked and never answered ends the connection, as one that timed out', async () => {
	const socket = open();
	socket.write('select 1');
	const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
	expect(error.code).toBe('ETIMEDOUT');
	expect(socket.destroyed).toBe(true);
});

test('a connection that waits without having asked stays, and one that is answered does too', async () => {
	const [listening, answered] = [open(), open()];
	answered.write('select 1');
	await once(server, 'connection');
	while (taken.length < 2) await once(server, 'connection');
	for (const socket of taken) socket.write('ready');
	await once(answered, 'data');
	// Two silences on, by the clock of a connection that is given up.
	for (let round = 0; round < 2; round++) {
		const asking = open();
		asking.write('select 1');
		await once(asking, 'error');
	}
	expect([listening.destroyed, answered.destroyed]).toEqual([false, false]);
	for (const socket of [listening, answered]) socket.destroy();
});

test.each(['FATAL', 'PANIC'])('PostgreSQL’s last words end the connection: %s', async (severity) => {
	const socket = open();
	const heard: unknown[] = [];
	socket.on('data', (chunk) => heard.push(chunk));
	await once(server, 'connection');
	taken[0]!.write(`E\0\0\0\x40S${severity}\0V${severity}\0C53100\0MNo space left on device\0\0`);
	const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
	expect(error).toMatchObject({ code: '53100', message: 'No space left on device' });
	expect([socket.destroyed, heard]).toEqual([true, []]);
});

test('an error of a statement is handed on', async () => {
	const socket = open();
	const refusal = 'E\0\0\0\x40SERROR\0VERROR\0C23505\0Mduplicate key\0\0';
	await once(server, 'connection');
	taken[0]!.write(refusal);
	const [chunk] = (await once(socket, 'data')) as [Buffer];
	expect(chunk.toString()).toBe(refusal);
	socket.destroy();
});
