import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Last } from './begin.ts';
import { connect } from './client.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';

let database: TestDatabase;
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
	database = await testDatabase();
	process.on('uncaughtException', note);
});
afterAll(async () => {
	process.off('uncaughtException', note);
	await database.close();
});
afterEach(async () => {
	const asked = Array.from({ length: 20 }, () => database.sql`select 1 as one`);
	expect(new Set((await Promise.allSettled(asked)).map(({ status }) => status))).toEqual(
		new Set(['fulfilled'])
	);
	expect(uncaught).toEqual([]);
});

const alive = (pid: number) => database.sql`select from pg_stat_activity where pid = ${pid}`;
const end = (pid: number) => database.sql`select pg_terminate_backend(${pid})`;

test('a transaction whose connection dies under a statement rejects, and nothing else breaks', async () => {
	const running = database.sql.begin(async (tx) => {
		const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
		await Promise.all([tx`select pg_sleep(5)`, end(row!.pid)]);
	});
	await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/CONNECTION|57P01/) });
});

test('a transaction whose connection dies between two statements rejects, and nothing else breaks', async () => {
	const running = database.sql.begin(async (tx) => {
		const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
		await end(row!.pid);
		await vi.waitFor(async () => expect(await alive(row!.pid)).toEqual([]));
		await tx`select 1`;
	});
	await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/CONNECTION|57P01/) });
});

test('a transaction of drizzle survives the same', async () => {
	const running = database.db.transaction(async (tx) => {
		const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
		await Promise.all([tx.execute(sql`select pg_sleep(5)`), end(row!.pid)]);
	});
	await expect(running).rejects.toThrow();
});

test('an error inside a transaction rolls it back and is thrown on', async () => {
	await database.sql`create table notes (text text)`;
	const running = database.sql.begin(async (tx) => {
		await tx`insert into notes values ('lost')`;
		throw new Error('no');
	});
	await expect(running).rejects.toThrow('no');
	expect(await database.sql`select * from notes`).toHaveLength(0);
});

test('what the work ends with is committed with it, or taken back whole when one of it fails', async () => {
	await database.sql`create table entries (number integer primary key)`;
	const write = (numbers: number[]) =>
		database.sql.begin((tx) => {
			const statements = numbers.map((number) => tx`insert into entries values (${number})`);
			return Promise.resolve(new Last('written', statements));
		});
	expect(await write([1, 2])).toBe('written');
	await expect(write([3, 2, 4])).rejects.toMatchObject({ code: '23505' });
	expect(await database.sql`select number from entries order by number`).toEqual([
		{ number: 1 },
		{ number: 2 }
	]);
});

test('a transaction whose connection dies under its commit rejects, and nothing else breaks', async () => {
	const running = database.sql.begin(async (tx) => {
		const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
		const sleeping = tx`select pg_sleep(5)`;
		void vi.waitFor(async () => {
			const [found] = await database.sql`
				select from pg_stat_activity where pid = ${row!.pid} and query like '%pg_sleep%'`;
			if (!found) throw new Error('not yet');
			await end(row!.pid);
		});
		return new Last(null, [sleeping]);
	});
	await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/CONNECTION|57P01/) });
});

test('a work that knows why it fails is not answered by what it has sent meanwhile', async () => {
	const running = database.sql.begin(async (tx) => {
		await Promise.all([tx`select 1`, Promise.reject(new Error('refused'))]);
	});
	await expect(running).rejects.toThrow('refused');
});

test('a part that fails is taken back alone, when the work goes on', async () => {
	await database.sql`create table parts (number integer primary key)`;
	await database.db.transaction(async (tx) => {
		await tx.execute(sql`insert into parts values (1)`);
		const part = tx.transaction(async (inner) => {
			await inner.execute(sql`insert into parts values (2)`);
			await inner.execute(sql`insert into parts values (1)`);
		});
		await part.catch(() => undefined);
		await tx.transaction((inner) => inner.execute(sql`insert into parts values (3)`));
	});
	expect(await database.sql`select number from parts order by number`).toEqual([
		{ number: 1 },
		{ number: 3 }
	]);
});

test('what a work did not wait for is refused when its transaction is over', async () => {
	await database.sql`create table stragglers (number integer primary key)`;
	let straggling: Promise<unknown> = Promise.resolve();
	let goOn: () => void = () => undefined;
	const over = new Promise<void>((resolve) => (goOn = resolve));
	const running = database.db.transaction(async (tx) => {
		straggling = over.then(() => tx.execute(sql`insert into stragglers values (1)`));
		straggling.catch(() => undefined);
		await tx.execute(sql`insert into stragglers values (2)`);
	});
	await running;
	goOn();
	await expect(straggling).rejects.toMatchObject({ cause: new Error('The transaction is over') });
	expect(await database.sql`select number from stragglers`).toEqual([{ number: 2 }]);
});

test('a connection that was ended under a statement is whole again for the transaction that uses it next', async () => {
	const { sql: one, close } = connect(database.url, { max: 1 });
	for (let round = 0; round < 3; round++) {
		const mark = `/* ended under it, ${round} */`;
		const dying = one.begin((tx) => tx.unsafe(`select pg_sleep(5) ${mark}`));
		const died = expect(dying).rejects.toMatchObject({ code: '57P01' });
		await vi.waitFor(async () => {
			const ended = await database.sql`
				select pg_terminate_backend(pid) from pg_stat_activity
				where query like ${`%${mark}%`} and pid <> pg_backend_pid() and state = 'active'`;
			expect(ended).toHaveLength(1);
		});
		await died;
		expect(await one.begin((tx) => tx`select 1 as one`)).toEqual([{ one: 1 }]);
	}
	await close();
});
