import postgres from 'postgres';
import type { Sql } from 'postgres';

/** Milliseconds: the longest that PostgreSQL knows, 24 days. postgres.js does not hand a 0 over. */
const NO_END = 2_147_483_647;

/**
 * One connection, for as long as a backup or a restore takes: without the limits of the pool, with its locks kept to the end,
 * and with values written in the one way that every PostgreSQL reads.
 */
export function connectForCopy(url: string): Sql {
	return postgres(url, {
		max: 1,
		connect_timeout: 5,
		max_lifetime: null,
		onnotice: () => undefined,
		connection: {
			application_name: 'benchboard-backup',
			statement_timeout: NO_END,
			idle_in_transaction_session_timeout: NO_END,
			DateStyle: 'ISO, YMD',
			IntervalStyle: 'postgres',
			TimeZone: 'UTC',
			extra_float_digits: 1,
			bytea_output: 'hex'
		}
	});
}
