import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { readSequences, setSequences } from './sequences.ts';

let from: TestDatabase;
let to: TestDatabase;
beforeAll(async () => {
	[from, to] = [await testDatabase(), await testDatabase()];
	for (const { sql } of [from, to])
		await sql`create table "Odd name" (id bigint generated always as identity, note text)`;
});
afterAll(() => Promise.all([from.close(), to.close()]));

test('[B7] numbered columns go on where they stopped, and begin at the beginning where nothing was numbered', async () => {
	await from.sql`create table unused (id serial)`;
	await to.sql`create table unused (id serial)`;
	await from.sql`insert into "Odd name" (note) values ('one'), ('two'), ('three')`;
	await to.sql.begin(async (tx) => setSequences(tx, await readSequences(from.sql)));
	const [next] = await to.sql`insert into "Odd name" (note) values ('four') returning id::int`;
	const [first] = await to.sql`insert into unused default values returning id`;
	expect([next, first]).toEqual([{ id: 4 }, { id: 1 }]);
});
