import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { isDatabaseGone } from '#lib/server/http/database-gone.ts';
import { secure, tlsModeOf } from './tls.ts';

test.each([
	['postgres://u:p@h/db', 'disable', 'postgres://u:p@h/db'],
	['postgres://u:p@one:1,two:2/db', 'disable', 'postgres://u:p@one:1,two:2/db'],
	[
		'postgres://u:p@h/db?sslmode=require&application_name=x',
		'require',
		'postgres://u:p@h/db?application_name=x'
	],
	['postgres://u:p@h/db?ssl=true', 'verify-full', 'postgres://u:p@h/db'],
	['postgres://u:p@h/db?sslmode=prefer', 'prefer', 'postgres://u:p@h/db'],
	['postgres://u:p@h/db?sslmode=verify-ca', 'verify-full', 'postgres://u:p@h/db']
])('%s asks for %s', (address, mode, url) => {
	expect(tlsModeOf(address)).toEqual({ mode, url });
});

test('what does not answer the wish for TLS counts as a database that is gone', async () => {
	const server = createServer();
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
	const error = await secure(socket, { host: 'localhost', mode: 'require', patience: 50 }).catch(
		(reason: unknown) => reason
	);
	expect(isDatabaseGone(error)).toBe(true);
	expect(socket.destroyed).toBe(true);
	server.close();
});
