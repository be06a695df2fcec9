import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket, createSecureContext } from 'node:tls';

/** Stands before PostgreSQL, in the clear or as if it took TLS. */
export interface PostgresRelay {
	/** The address of the database, through the relay. */
	url: string;
	/** Ends every connection without a good-bye. */
	resetAll: () => void;
	/** So many connections are reset as soon as a client says something that contains the word. */
	resetAt: (word: string, times: number) => void;
	/** How many of them have yet to be. */
	resetsLeft: () => number;
	close: () => Promise<void>;
}

/** Bytes of PostgreSQL's request for TLS. */
const TLS_REQUEST = 8;

export async function startPostgresRelay(
	databaseUrl: string,
	{ isSecure = false } = {}
): Promise<PostgresRelay> {
	const url = new URL(databaseUrl);
	const target = Number(url.port);
	const links = new Set<Socket>();
	let due = { word: '', times: 0 };
	const join = (client: Socket, raw: Socket) => {
		const upstream = connect(target, '127.0.0.1');
		for (const end of [client, upstream]) end.on('error', () => undefined);
		client.on('close', () => upstream.destroy());
		upstream.on('close', () => client.destroy());
		upstream.pipe(client);
		client.on('data', (chunk: Buffer) => {
			if (due.times === 0 || !chunk.includes(due.word)) return upstream.write(chunk);
			due.times--;
			return raw.resetAndDestroy();
		});
	};
	const server = createServer((raw) => {
		links.add(raw.on('error', () => undefined).on('close', () => links.delete(raw)));
		if (!isSecure) return join(raw, raw);
		raw.once('data', (request) => {
			if (request.length !== TLS_REQUEST) return raw.destroy();
			raw.write('S');
			const context = createSecureContext({ key: KEY, cert: CERTIFICATE });
			return join(new TLSSocket(raw, { isServer: true, secureContext: context }), raw);
		});
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	url.port = String((server.address() as AddressInfo).port);
	return {
		url: url.href,
		resetAll: () => links.forEach((link) => link.resetAndDestroy()),
		resetAt: (word, times) => (due = { word, times }),
		resetsLeft: () => due.times,
		close: async () => {
			for (const link of links) link.destroy();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

/** Nobody's but this relay's: for localhost, by itself. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFuomWC5DSjuvU644
pHHM7AOSP7iTl+iIjO5aADMbJeuhRANCAAT3RMYEKtsHMICy1r3pms1Y60XLCbrG
x1qd9MWQ0Xx/oxsxdUYHq386U5ZEBKQEO+SlSpTobgO4oV//JX+rk8jg
-----END PRIVATE KEY-----
`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBljCCATugAwIBAgIUeXkdvdj3luuv3CDCc6R4qsOSlpcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjAyMjMxNloYDzIxMjYxMTAy
MDIyMzE2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT3RMYEKtsHMICy1r3pms1Y60XLCbrGx1qd9MWQ0Xx/oxsxdUYHq386
U5ZEBKQEO+SlSpTobgO4oV//JX+rk8jgo2kwZzAdBgNVHQ4EFgQUjG3tRE3ax0SX
GTB0XBczRiRgxcowHwYDVR0jBBgwFoAUjG3tRE3ax0SXGTB0XBczRiRgxcowDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SQAwRgIhALUSu+H+KQSowJtBOuzSY5C6PrdIEJPxKkghpBE45FcOAiEA3KkfkTYw
JTc2o/TSAWw/9uz82SeDYvC3aR5UeAww9Io=
-----END CERTIFICATE-----
`;
