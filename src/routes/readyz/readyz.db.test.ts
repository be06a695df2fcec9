import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { beginDraining } from '#lib/server/readiness.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { GET } from './+server.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.close());

/** Asks a process with that database. */
const ask = (client: DatabaseClient) =>
	GET({ locals: { deps: testDeps(client), requestId: 'balancer-1' } } as Parameters<typeof GET>[0]);

test('a process is ready whose database answers', async () => {
	const answer = await ask(database);
	expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
});

test('it is not while the database takes connections and says nothing', async () => {
	const open: Socket[] = [];
	const silent = createServer((socket) => open.push(socket.on('error', () => undefined)));
	await once(silent.listen(0, '127.0.0.1'), 'listening');
	const client = connect(`postgres://a:b@127.0.0.1:${(silent.address() as AddressInfo).port}/c`);
	const answer = await ask(client);
	expect(answer.status).toBe(503);
	expect(answer.headers.get('retry-after')).toBe('5');
	expect(await answer.json()).toMatchObject({ code: 'service.unavailable' });
	for (const socket of open) socket.destroy();
	silent.close();
	await client.close();
});

test('it is not from the moment that it is about to end', async () => {
	beginDraining();
	expect((await ask(database)).status).toBe(503);
});
