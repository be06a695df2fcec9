import { connect } from 'node:net';
import type { WireRequest } from './wrong-request.ts';

/** What came back; no status where the server has closed the connection without a word. */
export interface WireAnswer {
	status: number | null;
	text: string;
}

/** Longer than any answer takes on a busy machine. */
const PATIENCE_MS = 60_000;

/** Writes a request byte by byte as it is, on a connection of its own, and reads until the server closes it. */
export function sendOverWire(port: number, request: WireRequest): Promise<WireAnswer> {
	return exchange(port, bytesOf(request), { ends: request.isCut });
}

/**
 * Writes bytes and reads until the server closes the connection; `ends` says that nothing more comes, as a client does that
 * goes away. Rejects when the server neither answers nor closes.
 */
export function exchange(port: number, bytes: Buffer, { ends = false } = {}): Promise<WireAnswer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		const socket = connect(port, '127.0.0.1');
		const answer = () => {
			clearTimeout(patience);
			const text = Buffer.concat(chunks).toString('latin1');
			resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]) || null, text });
		};
		const patience = setTimeout(() => {
			socket.destroy();
			reject(new Error(`No answer and no end: ${bytes.toString('latin1').slice(0, 500)}`));
		}, PATIENCE_MS);
		socket.on('data', (chunk) => chunks.push(chunk));
		// A server that refuses early may reset the connection while the rest is under way.
		socket.on('error', () => undefined).on('close', answer);
		socket.write(bytes);
		if (ends) socket.end();
	});
}

/** Each request comes from an address of its own, by what the proxy in front says, so that no limit is what answers. */
let clients = 0;

export function bytesOf({ method, target, headers, body }: WireRequest): Buffer {
	const client = ++clients;
	const lines = [
		`${method} ${target} HTTP/1.1`,
		'host: board.example.com',
		'connection: close',
		...headers.map(([name, value]) => `${name}: ${value}`),
		`x-forwarded-for: 198.${18 + ((client >> 16) & 1)}.${(client >> 8) & 255}.${client & 255}`
	];
	return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}
