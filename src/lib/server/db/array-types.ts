import type { Sql } from 'postgres';

/** A statement of the driver's, which runs when somebody waits for it. */
interface Query extends PromiseLike<unknown[]> {
	strings: readonly string[];
}

/** What the driver's question about array types reads from, and nothing else does. */
const QUESTION = /b\.typarray\s+from pg_catalog\.pg_type/;
const FORGIVEN = Symbol('a failed question about array types ends nothing');

/**
 * The driver asks on every new connection which array types there are, and drops the promise of it: a connection that is lost
 * meanwhile would end the process. The question may fail from here on, like the statement behind it, which is told to whoever
 * waits for that; the next connection asks again. To ask nothing is no way out: then the driver never hands over a connection that
 * is opened for a transaction (https://github.com/porsager/postgres/issues/1192 and 751).
 */
export function forgiveArrayTypes(sql: Sql): void {
	const prototype = Object.getPrototypeOf(sql`select`) as Query & { [FORGIVEN]?: true };
	if (prototype[FORGIVEN]) return;
	// Called on the query below, and with nothing else.
	const { then } = prototype;
	Object.assign(prototype, {
		[FORGIVEN]: true,
		then(this: Query, resolve: (types: unknown[]) => void, reject: (reason: unknown) => void) {
			const isQuestion = QUESTION.test(this.strings[0] ?? '');
			return then.call(this, resolve, isQuestion ? () => resolve([]) : reject);
		}
	});
}
