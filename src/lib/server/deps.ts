import type { Instant } from '#lib/kernel/dates.ts';
import type { ObjectStore } from './attachments/object-store.ts';
import type { Db, Sql } from './db/client.ts';
import type { PoolUse } from './db/pool-use.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';

/** What use cases and queries work with; made once by the process, replaced in tests. */
export interface Deps {
	db: Db;
	/** The same pool without drizzle, for what is measured in statements and for LISTEN. */
	sql: Sql;
	/** How many transactions there are in that pool at this moment. */
	pool: PoolUse;
	/** Where files are kept. */
	store: ObjectStore;
	/** A6: objects are due to leave the store; has them taken up now rather than at the next round. */
	wakeSweeper: () => void;
	/** The server's clock. */
	now: () => Instant;
	log: Log;
	/** What the process counts and times. */
	metrics: Metrics;
}
