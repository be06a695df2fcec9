import type { Sql } from 'postgres';
import type { Transaction } from '#lib/server/db/begin.ts';
import type { SavedSequence } from './backup-format.ts';

/** Where the counters of numbered columns stand. */
export async function readSequences(sql: Sql | Transaction): Promise<SavedSequence[]> {
	const names = await sql<{ name: string }[]>`
		select c.relname::text as name from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and not exists (
			select from pg_depend d
			where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
		)
		order by 1`;
	const sequences: SavedSequence[] = [];
	for (const { name } of names) {
		const [at] = await sql<{ value: string; isCalled: boolean }[]>`
			select last_value::text as value, is_called as "isCalled" from ${sql(`public.${name}`)}`;
		if (at) sequences.push({ name, ...at });
	}
	return sequences;
}

/** B7: puts the counters where they stood. */
export async function setSequences(tx: Transaction, sequences: readonly SavedSequence[]): Promise<void> {
	for (const { name, value, isCalled } of sequences)
		await tx`select setval(format('public.%I', ${name}::text)::regclass, ${value}::bigint, ${isCalled})`;
}
