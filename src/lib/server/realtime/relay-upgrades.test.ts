import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { relayUpgrades } from './relay-upgrades.ts';

const server = createServer();
const relay = relayUpgrades(server);
afterEach(() => {
	relay.detach();
	server.close();
});

const asking = (path: string) =>
	`GET ${path} HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;

/** Asks for an upgrade and resets the connection as soon as the server has seen it. */
async function askAndReset(port: number, path: string): Promise<void> {
	const seen = new Promise<Socket>((resolve) =>
		server.once('upgrade', (_, socket) => resolve(socket as Socket))
	);
	const client = connect(port, '127.0.0.1', () => client.write(asking(path)));
	const socket = await seen;
	const closed = new Promise((resolve) => socket.once('close', resolve));
	client.resetAndDestroy();
	await closed;
}

test('a connection that is reset while it asks for an upgrade harms nobody', async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const uncaught: unknown[] = [];
	const note = (error: unknown) => uncaught.push(error);
	process.on('uncaughtException', note);
	await askAndReset(port, '/elsewhere');
	await askAndReset(port, '/socket.io/?EIO=4&transport=websocket');
	process.off('uncaughtException', note);
	expect(uncaught).toEqual([]);
});
