import type { PendingQuery, ReservedSql, Row, Sql, TransactionSql, UnsafeQueryOptions } from 'postgres';
import type { Turn } from './pool-use.ts';

/** An open transaction. */
export type Transaction = TransactionSql;

/** A statement that is sent when somebody waits for it. */
export type Statement = PendingQuery<Row[]>;

/** What the work of a transaction ends with: its answer, and statements that are sent together with the commit. */
export class Last<Answer> {
	constructor(
		readonly answer: Answer,
		readonly statements: readonly Statement[]
	) {}
}

type Work = (tx: Transaction) => unknown;

/** Milliseconds that a connection which reported its end may take to be closed. */
const CLOSING = 1000;
const LOST = /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNRESET|EPIPE|ETIMEDOUT|57P0\d)$/;

/**
 * Gives the pool a `begin` of its own, for two reasons.
 *
 * It waits for nothing that decides nothing: BEGIN goes out with the first statements, and COMMIT with the last ones when
 * the work ends with `Last`. PostgreSQL takes back by itself what a commit follows that failed.
 *
 * It survives the loss of its connection: the promise rejects, and nothing more is sent. postgres.js itself sends the
 * rollback to the socket that is gone, outside of any promise, which ends the process and leaves the pool with a
 * connection that never works again.
 *
 * Each transaction takes its turn, so that it is known how many there are.
 */
export function ownBegin(sql: Sql, takeTurn: () => Turn): Sql {
	const begin = async (first: string | Work, second?: Work) => {
		const [options, work] = typeof first === 'string' ? [first, second] : ['', first];
		const turn = takeTurn();
		try {
			const opened = new OpenTransaction(await sql.reserve(), options);
			turn.begin();
			try {
				return await opened.run(work ?? (() => undefined));
			} finally {
				opened.release();
			}
		} finally {
			turn.end();
		}
	};
	return Object.assign(sql, { begin: begin as Sql['begin'] });
}

/** The library's connection under a statement. */
interface Connection {
	onclose: ((error: unknown) => void) | null;
}

class OpenTransaction {
	#reserved: ReservedSql;
	#connection: Connection | null = null;
	#begun: Promise<unknown>;
	#isLost = false;
	#isOver = false;
	#savepoints = 0;
	/** Rejects when the connection is lost. */
	#lost: Promise<never>;
	#lose: (error: unknown) => void = () => undefined;

	constructor(reserved: ReservedSql, options: string) {
		this.#reserved = reserved;
		this.#lost = new Promise((_, reject) => {
			this.#lose = (error) => {
				this.#isLost = true;
				reject(error as Error);
			};
		});
		// Told to whoever runs it; whoever does not wait for it is told by a later statement.
		this.#lost.catch(() => undefined);
		this.#begun = this.#send(`begin ${options}`.trim(), (connection) => {
			this.#connection = connection;
			connection.onclose = this.#lose;
			return true;
		});
		this.#begun.catch(() => undefined);
	}

	async run(work: Work): Promise<unknown> {
		let done: unknown;
		try {
			done = await Promise.race([work(this.#watched()), this.#lost]);
		} catch (error) {
			this.#isOver = true;
			await this.#rollBack(error);
			throw error;
		}
		this.#isOver = true;
		const { answer, statements } = done instanceof Last ? (done as Last<unknown>) : new Last(done, []);
		try {
			await Promise.race([this.#commitWith(statements), this.#lost]);
		} catch (error) {
			await this.#awaitLoss(error);
			throw error;
		}
		return answer;
	}

	/** Back into the pool, which has let go of a lost one by itself. */
	release(): void {
		if (this.#isLost) return;
		if (this.#connection) this.#connection.onclose = null;
		this.#reserved.release();
	}

	async #commitWith(statements: readonly Statement[]): Promise<void> {
		const sent = statements.map((statement) => statement.execute());
		const committed = this.#send('commit');
		// The first that failed is the reason; those behind it only say that something had.
		const results = await Promise.allSettled([this.#begun, ...sent, committed]);
		for (const result of results) if (result.status === 'rejected') throw result.reason as Error;
		const { command } = (await committed) as { command: string };
		if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
	}

	/** A connection that has reported its end takes nothing any more; the pool is to hear of that before it gets it back. */
	async #awaitLoss(error: unknown): Promise<void> {
		if (isLoss(error)) await Promise.race([this.#lost.catch(() => undefined), pause(CLOSING)]);
	}

	async #rollBack(error: unknown): Promise<void> {
		await this.#awaitLoss(error);
		if (!this.#isLost) await Promise.race([this.#send('rollback'), this.#lost]).catch(() => undefined);
	}

	/** By itself, unprepared; `begins` gets the connection that it goes out on, and lets more follow at once. */
	#send(statement: string, begins?: (connection: Connection) => boolean): Promise<unknown> {
		const options = { onexecute: begins } as UnsafeQueryOptions;
		return this.#reserved.unsafe(statement, [], options).execute();
	}

	/** A part of the work that is taken back by itself when it fails. */
	async #savepoint(work: Work): Promise<unknown> {
		this.#refuseIfClosed();
		const name = `part_${this.#savepoints++}`;
		await this.#send(`savepoint ${name}`);
		try {
			return await work(this.#watched());
		} catch (error) {
			if (!this.#isLost && !this.#isOver) await this.#send(`rollback to ${name}`);
			throw error;
		}
	}

	/**
	 * What the work gets to see. A statement that is made when the transaction is over, because part of the work was not
	 * waited for, is refused: it would run on its own, or inside the transaction of whoever has the connection by then.
	 */
	#watched(): Transaction {
		return new Proxy(this.#reserved as unknown as Transaction, {
			apply: (target, self, args) => {
				this.#refuseIfClosed();
				return Reflect.apply(target, self, args) as unknown;
			},
			get: (target, property) => {
				if (property === 'savepoint') return (work: Work) => this.#savepoint(work);
				// Drizzle's statements go through `unsafe`.
				if (property === 'unsafe') this.#refuseIfClosed();
				return Reflect.get(target, property) as unknown;
			}
		});
	}

	#refuseIfClosed(): void {
		if (this.#isLost) throw Object.assign(new Error('The connection is lost'), { code: 'CONNECTION_CLOSED' });
		if (this.#isOver) throw new Error('The transaction is over');
	}
}

function isLoss(error: unknown): boolean {
	return error instanceof Error && 'code' in error && LOST.test(String(error.code));
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
