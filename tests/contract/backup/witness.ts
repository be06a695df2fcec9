import type { Sql } from 'postgres';
import type { Row } from '#tests/support/everything.ts';

/**
 * Has the database itself write down what every transaction does to every row, in a schema that no backup looks at. It knows
 * nothing of how backups are taken.
 */
export async function callWitness(sql: Sql): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`create schema witness`;
		await tx`create table witness.changes (transaction xid8, name text, row jsonb, more int)`;
		await tx.unsafe(`create function witness.note() returns trigger language plpgsql as $$
			begin
				if tg_op <> 'INSERT' then
					insert into witness.changes values (pg_current_xact_id(), tg_table_name, to_jsonb(old), -1);
				end if;
				if tg_op <> 'DELETE' then
					insert into witness.changes values (pg_current_xact_id(), tg_table_name, to_jsonb(new), 1);
				end if;
				return null;
			end $$`);
		const tables = await tx<{ name: string }[]>`
			select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE'`;
		for (const { name } of tables) {
			await tx`create trigger witness after insert or update or delete on ${tx(name)}
				for each row execute function witness.note()`;
			await tx`insert into witness.changes select pg_current_xact_id(), ${name}, to_jsonb(t), 1 from ${tx(name)} t`;
		}
	});
}

/** All rows of all tables as a snapshot of PostgreSQL saw them: what the transactions in it added, less what they took. */
export async function rowsAsOf(sql: Sql, snapshot: string): Promise<Map<string, Row[]>> {
	const rows = await sql<{ name: string; row: Row }[]>`
		select name, row from witness.changes
		where pg_visible_in_snapshot(transaction, ${snapshot}::text::pg_snapshot)
		group by name, row having sum(more) > 0 order by row::text collate "C"`;
	const everything = new Map<string, Row[]>();
	for (const { name, row } of rows) everything.set(name, [...(everything.get(name) ?? []), row]);
	return everything;
}
