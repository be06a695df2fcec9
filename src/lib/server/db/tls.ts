import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/**
 * Whether a connection is encrypted, by the names of PostgreSQL: `prefer` is content without, `require` is not, and `verify-full`
 * also looks at whose certificate it is.
 */
export type TlsMode = 'disable' | 'prefer' | 'require' | 'verify-full';

/** What asks PostgreSQL for TLS: the length and the number of the request. */
const REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
const WILLING = 'S';
/** Milliseconds until the connection must be encrypted. */
const PATIENCE_MS = 5_000;

/** What an address of a database says of TLS, and the address without it. What it does not know of is checked to the full. */
export function tlsModeOf(address: string): { mode: TlsMode; url: string } {
	if (!/[?&]ssl(mode)?=/.test(address)) return { mode: 'disable', url: address };
	const url = new URL(address);
	const asked = url.searchParams.get('sslmode') ?? url.searchParams.get('ssl') ?? 'disable';
	for (const name of ['sslmode', 'ssl']) url.searchParams.delete(name);
	return { mode: modeOf(asked), url: url.href };
}

function modeOf(asked: string): TlsMode {
	if (asked === 'disable' || asked === 'false') return 'disable';
	if (asked === 'allow' || asked === 'prefer') return 'prefer';
	return asked === 'require' ? 'require' : 'verify-full';
}

/**
 * Encrypts a new connection. Rejects when it fails, when the database takes no TLS that is asked for, and, as one that timed out,
 * after `patience` milliseconds, 5 s when not given.
 */
export async function secure(
	socket: Socket,
	{ host, mode, patience = PATIENCE_MS }: { host: string; mode: TlsMode; patience?: number }
): Promise<Socket> {
	const signal = AbortSignal.timeout(patience);
	try {
		socket.write(REQUEST);
		const [answer] = (await once(socket, 'data', { signal })) as [Buffer];
		// Whatever came with it was put there by somebody in between.
		if (answer.length > 1) throw new Error('The database answered more than it was asked');
		if (answer.toString() !== WILLING) {
			if (mode === 'prefer') return socket;
			throw new Error('The database takes no TLS');
		}
		const secured = connectSecurely({
			socket,
			rejectUnauthorized: mode === 'verify-full',
			...(isIP(host) === 0 && { servername: host })
		});
		await once(secured, 'secureConnect', { signal });
		return secured;
	} catch (error) {
		socket.destroy();
		if (signal.aborted)
			throw Object.assign(new Error('The database took too long to encrypt'), { code: 'ETIMEDOUT' });
		throw error;
	}
}
