import type { Sql } from '#lib/server/db/client.ts';

/** Where a database fails that is to commit: then nothing is committed, or all is and nobody hears of it. */
export type CommitFault = 'before' | 'after';

/** A pool whose transactions do not come to a good end; single statements do. */
export function failingAtCommit(sql: Sql, fault: CommitFault): Sql {
	const lost = () => Object.assign(new Error('the connection was lost'), { code: 'CONNECTION_CLOSED' });
	const begin = async (work: Parameters<Sql['begin']>[1]) => {
		await sql.begin(async (tx) => {
			const done: unknown = await work(tx);
			if (fault === 'before') throw lost();
			return done;
		});
		throw lost();
	};
	return new Proxy(sql, {
		get: (target, property) => (property === 'begin' ? begin : (Reflect.get(target, property) as unknown))
	});
}
