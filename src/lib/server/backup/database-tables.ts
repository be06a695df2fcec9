import type { Sql } from 'postgres';
import type { Transaction } from '#lib/server/db/begin.ts';

/** A table of the database, as its catalogue describes it. */
export interface DatabaseTable {
	name: string;
	/** Without those that the database computes. */
	columns: string[];
	/** The tables that it refers to, itself left out. */
	parents: string[];
}

/**
 * All tables of the product, those that others refer to before them. The catalogue is asked, so that no table of a later
 * schema is forgotten; what belongs to an extension is not ours.
 */
export async function listTables(sql: Sql | Transaction): Promise<DatabaseTable[]> {
	const tables = await sql<DatabaseTable[]>`
		select c.relname::text as name,
			array(
				select a.attname::text from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
				order by a.attnum
			) as columns,
			array(
				select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
				where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid order by 1
			) as parents
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (
			select from pg_depend d
			where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
		)
		order by c.relname collate "C"`;
	return parentsFirst(tables);
}

/** Puts every table behind those that it refers to. Throws when two refer to each other. */
export function parentsFirst<Table extends Pick<DatabaseTable, 'name' | 'parents'>>(
	tables: readonly Table[]
): Table[] {
	const names = new Set(tables.map(({ name }) => name));
	const placed = new Set<string>();
	const ordered: Table[] = [];
	while (ordered.length < tables.length) {
		const isReady = ({ name, parents }: Table) =>
			!placed.has(name) && parents.every((parent) => placed.has(parent) || !names.has(parent));
		const next = tables.filter(isReady);
		if (next.length === 0) throw new Error('Tables that refer to each other cannot be put in an order');
		for (const table of next) placed.add(table.name);
		ordered.push(...next);
	}
	return ordered;
}
