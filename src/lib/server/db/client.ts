import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { forgiveArrayTypes } from './array-types.ts';
import { ownBegin } from './begin.ts';
import { countTurns, type PoolUse } from './pool-use.ts';
import * as schema from './schema.ts';
import { openSockets } from './socket.ts';
import { tlsModeOf } from './tls.ts';

export type Schema = typeof schema;
export type Sql = postgres.Sql;
/** The pool, through drizzle. */
export type Db = PostgresJsDatabase<Schema>;
/** An open transaction, as `db.transaction(async (tx) => …)` hands it over. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** The pool or an open transaction: what a store function takes. */
export type Queryable = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

export interface ConnectOptions {
	/** Most connections that are open at once; 10 when not given. */
	max?: number;
	/** How the connections are called in `pg_stat_activity`. */
	applicationName?: string;
	/** Hears how long each transaction has waited for its connection, in milliseconds. */
	onBegun?: (waited: number) => void;
	/** A connection has closed, or could not be made. The driver makes another one. */
	onLost?: () => void;
}

export interface DatabaseClient {
	sql: Sql;
	db: Db;
	/** How many transactions there are at this moment. */
	use: PoolUse;
	/** Waits up to 2 s for running queries, then closes every connection. */
	close: () => Promise<void>;
}

/**
 * Milliseconds after which PostgreSQL itself gives up: on a lock that somebody else holds, on a statement, on a
 * transaction that stands still. One stuck lock would otherwise take the whole pool, and every shop with it.
 */
const LIMITS = {
	lock_timeout: 3_000,
	statement_timeout: 15_000,
	idle_in_transaction_session_timeout: 15_000
};

/** The longest wait, in seconds, before the next attempt to reach a database that went away. */
const LONGEST_BACKOFF = 1;

/**
 * Opens a pool; the first connection is made with the first query.
 * Drizzle turns off date parsing on the client that it is given: timestamps and dates that come out of `sql` are strings.
 */
export function connect(address: string, options: ConnectOptions = {}): DatabaseClient {
	const { max = 10, applicationName = 'benchboard', onBegun, onLost } = options;
	const { mode, url } = tlsModeOf(address);
	const sql: Sql = postgres(url, {
		max,
		connect_timeout: 5,
		backoff: (retries) => {
			// The one place where the driver tells, of its own connection for LISTEN too, that one is gone.
			onLost?.();
			return Math.min(0.05 * 2 ** retries, LONGEST_BACKOFF);
		},
		onnotice: () => undefined,
		// The driver takes it, and its types do not know.
		...{ socket: openSockets(mode) },
		connection: { application_name: applicationName, ...LIMITS }
	});
	forgiveArrayTypes(sql);
	const { use, takeTurn } = countTurns(max, onBegun);
	ownBegin(sql, takeTurn);
	return { sql, db: drizzle(sql, { schema }), use, close: () => sql.end({ timeout: 2 }) };
}
