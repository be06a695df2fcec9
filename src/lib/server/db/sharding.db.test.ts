import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';

/** The one table of no shop: a screen shows its code before it belongs to one. */
const OF_NO_SHOP = ['display_codes'];

interface Key {
	table: string;
	name: string;
	columns: string[];
}

interface Reference extends Key {
	target: string;
	targetColumns: string[];
}

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.close());

/** The column by which a table's rows could be spread over several databases; `null` for a table that is whole in each. */
const spreadBy = (table: string) => {
	if (OF_NO_SHOP.includes(table)) return null;
	return table === 'shops' ? 'id' : 'shop_id';
};

describe('[P1] a shop’s rows can lie in a database of their own:', () => {
	test('every table has the shop', async () => {
		const rows = await database.sql<{ table: string; columns: string[] }[]>`
			select table_name as table, array_agg(column_name::text) as columns
			from information_schema.columns join information_schema.tables using (table_schema, table_name)
			where table_schema = 'public' and table_type = 'BASE TABLE' group by table_name`;
		expect(rows.length).toBeGreaterThan(10);
		const without = rows.filter(({ table, columns }) => !columns.includes(spreadBy(table) ?? columns[0]!));
		expect(without).toEqual([]);
	});

	test('every primary key and unique index has it', async () => {
		const keys = await database.sql<Key[]>`
			select t.relname as table, i.relname as name, array_agg(a.attname::text) as columns
			from pg_index x
			join pg_class i on i.oid = x.indexrelid
			join pg_class t on t.oid = x.indrelid
			join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
			join pg_attribute a on a.attrelid = t.oid and a.attnum = any (x.indkey)
			where x.indisunique group by t.relname, i.relname`;
		expect(keys.length).toBeGreaterThan(10);
		expect(keys.filter(({ table, columns }) => !columns.includes(spreadBy(table) ?? columns[0]!))).toEqual(
			[]
		);
	});

	test('every foreign key leads to a row of the same shop', async () => {
		const references = await database.sql<Reference[]>`
			select c.conrelid::regclass::text as table, c.conname as name, c.confrelid::regclass::text as target,
				array(select attname::text from unnest(c.conkey) with ordinality as k (num, at)
					join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by at) as columns,
				array(select attname::text from unnest(c.confkey) with ordinality as k (num, at)
					join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num order by at) as "targetColumns"
			from pg_constraint c join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public'
			where c.contype = 'f'`;
		expect(references.length).toBeGreaterThan(10);
		const leaving = references.filter(({ table, target, columns, targetColumns }) => {
			const at = columns.indexOf(spreadBy(table) ?? '');
			return at < 0 || targetColumns[at] !== spreadBy(target);
		});
		expect(leaving).toEqual([]);
	});
});
