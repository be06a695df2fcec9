import postgres, { type ISql } from 'postgres';
import type { Last, Statement, Transaction } from './begin.ts';
import type { Sql } from './client.ts';

export { Last } from './begin.ts';
export type { Statement, Transaction };

/** A pool or an open transaction, for statements that are written out. */
export type Statements = ISql;

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const UNIQUE_VIOLATION = '23505';

/**
 * Runs the work in one transaction; an error rolls all of it back and is thrown on. Runs it again, three times in
 * all, when the database gave it up in favour of another transaction, or when another one recorded the same
 * mutation meanwhile: the second look finds the answer there.
 */
export async function inTransaction<Answer>(
	sql: Sql,
	work: (tx: Transaction) => Promise<Answer | Last<Answer>>
): Promise<Answer> {
	for (let attempt = 1; ; attempt++) {
		try {
			return (await sql.begin(work)) as Answer;
		} catch (error) {
			if (attempt === ATTEMPTS || !isWorthAnotherTry(error)) throw error;
		}
	}
}

function isWorthAnotherTry(error: unknown): boolean {
	if (!(error instanceof postgres.PostgresError)) return false;
	if (error.code === UNIQUE_VIOLATION) return error.constraint_name?.endsWith('_mutation') ?? false;
	return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK;
}
