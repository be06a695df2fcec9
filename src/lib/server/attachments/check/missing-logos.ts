import { logoKey } from '#lib/server/attachments/object-store.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { Fault } from './fault.ts';

export interface NamedLogo {
	shopId: string;
	id: string;
	key: string;
}

/** The logos of all shops. */
export async function listLogos(sql: Statements): Promise<NamedLogo[]> {
	const rows = await sql<{ shopId: string; id: string }[]>`
		select id as "shopId", logo->>'id' as id from shops where logo is not null order by id`;
	return rows.map((row) => ({ ...row, key: logoKey(row.shopId, row.id) }));
}

/** Logos that are in no listing of the store, nor in the store when it is asked, and are still their shops'. */
export async function missingLogos(
	{ sql, store }: Pick<Deps, 'sql' | 'store'>,
	logos: readonly NamedLogo[],
	listed: ReadonlyMap<string, unknown>
): Promise<Fault[]> {
	const faults: Fault[] = [];
	for (const { shopId, id, key } of logos) {
		if (listed.has(key) || (await store.size(key)) !== null) continue;
		const [still] = await sql`select from shops where id = ${shopId} and logo->>'id' = ${id}`;
		if (still) faults.push({ kind: 'logo_missing', shopId, key });
	}
	return faults;
}
