import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from '#lib/server/db/begin.ts';
import type { SavedTable } from './backup-format.ts';

/** Bytes that are handed on at once: a row alone is too little to be worth the way. */
const PORTION = 64 * 1024;

type Columns = Pick<SavedTable, 'name' | 'columns'>;

/** The rows of a table as CSV, as this transaction sees them. What is not read is thrown away, so that the connection goes on. */
export async function* rowsOut(tx: Transaction, { name, columns }: Columns): AsyncGenerator<Uint8Array> {
	const stream: Readable = await tx`
		copy ${tx(`public.${name}`)} (${tx(columns)}) to stdout with (format csv, header)`.readable();
	let portion: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const row of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
			portion.push(row);
			size += row.byteLength;
			if (size < PORTION) continue;
			yield Buffer.concat(portion);
			portion = [];
			size = 0;
		}
		yield Buffer.concat(portion);
	} finally {
		letGo(stream);
	}
}

/** postgres.js may leave its socket paused at the end of the rows, and then no further query is answered. */
function letGo(stream: Readable): void {
	const wake = () => stream._read(0);
	stream.once('end', wake).resume();
	wake();
}

/** Puts rows into a table. Throws what the database says of them. */
export async function rowsIn(
	tx: Transaction,
	{ name, columns }: Columns,
	rows: AsyncIterable<Uint8Array>
): Promise<void> {
	const query = tx`copy ${tx(`public.${name}`)} (${tx(columns)}) from stdin with (format csv, header)`;
	const stream: Writable = await query.writable();
	// What the database says once it has all rows reaches the query alone, which postgres.js has answered by then.
	void Object.assign(query, { reject: (error: Error) => stream.destroy(error) });
	await pipeline(rows, stream);
}

export async function countRows(tx: Transaction, table: string): Promise<number> {
	const [row] = await tx<{ count: string }[]>`select count(*)::text as count from ${tx(`public.${table}`)}`;
	return Number(row?.count);
}
