import type { Sql, TransactionSql } from 'postgres';
import type { Turn } from './pool-use.ts';

/** An open transaction. */
export type Transaction = TransactionSql;

/** Milliseconds that a connection which reported its end may take to be closed. */
const CLOSING = 1000;
const LOST = /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNRESET|EPIPE|ETIMEDOUT|57P0\d)$/;

type Work = (tx: Transaction) => unknown;

/**
 * Gives the pool a `begin` that survives the loss of its connection: the promise rejects, and nothing more is sent.
 * postgres.js itself sends the rollback to the socket that is gone, outside of any promise, which ends the process and
 * leaves the pool with a connection that never works again. Each transaction takes its turn.
 */
export function surviveLostConnections(sql: Sql, takeTurn: () => Turn): Sql {
	const original = sql.begin.bind(sql);
	const begin = (first: string | Work, second?: Work) =>
		typeof first === 'string'
			? guarded(original, first, second ?? (() => undefined), takeTurn())
			: guarded(original, '', first, takeTurn());
	return Object.assign(sql, { begin: begin as Sql['begin'] });
}

async function guarded(begin: Sql['begin'], options: string, work: Work, turn: Turn): Promise<unknown> {
	const connection = { isLost: false };
	const running: Promise<unknown> = begin(options, async (tx) => {
		turn.begin();
		try {
			return await work(watched(tx, connection));
		} catch (error) {
			if (isLoss(error)) await Promise.race([running.catch(() => undefined), pause(CLOSING)]);
			// Neither commit nor rollback may follow on a connection that the pool has given up.
			return connection.isLost ? new Promise<never>(() => undefined) : Promise.reject(error as Error);
		}
	});
	try {
		return await running;
	} catch (error) {
		connection.isLost = true;
		throw error;
	} finally {
		turn.end();
	}
}

/** The transaction, which refuses statements once its connection is lost. */
function watched(tx: Transaction, connection: { isLost: boolean }): Transaction {
	const refuse = () => {
		throw Object.assign(new Error('The connection is lost'), { code: 'CONNECTION_CLOSED' });
	};
	return new Proxy(tx, {
		apply: (target, self, args) =>
			connection.isLost ? refuse() : (Reflect.apply(target, self, args) as unknown),
		// Drizzle's statements go through `unsafe`.
		get: (target, property) =>
			connection.isLost && property === 'unsafe' ? refuse : (Reflect.get(target, property) as unknown)
	});
}

function isLoss(error: unknown): boolean {
	return error instanceof Error && 'code' in error && LOST.test(String(error.code));
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
