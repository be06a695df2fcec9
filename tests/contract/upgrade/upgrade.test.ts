import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BoardSnapshot } from '#lib/board/board.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { currentMigration, listMigrations } from '#lib/server/db/migrations.ts';
import { ask, mutation, type Answer, type Asked } from '#tests/contract/api-client.ts';
import { startApp, type RunningApp } from '#tests/support/app.ts';
import { onDatabase, readEverything, type Row } from '#tests/support/everything.ts';
import { oldDatabase } from './old-database.ts';

// A machine may be busy with something else: nothing here is about time.
vi.setConfig({ testTimeout: 120_000 });

const [FIRST, ...LATER] = listMigrations();
const NEWEST = LATER.at(-1);

/** What is left of rows when only these columns are looked at, in an order that does not depend on the table. */
function narrowed(rows: readonly Row[], columns: readonly string[]): string[] {
	return rows.map((row) => JSON.stringify(columns.map((column) => [column, row[column]]))).sort();
}

test.each([FIRST!, ...LATER])(
	'[U1] what shops had at $tag is there at the newest schema, every row and every value',
	async (step) => {
		const database = await oldDatabase(step);
		const before = await readEverything(database.url);
		await migrate(database.url);
		const after = await readEverything(database.url);
		expect(await onDatabase(database.url, currentMigration)).toEqual(NEWEST);
		await database.drop();
		expect(before.get('jobs')).toHaveLength(10);
		for (const [table, rows] of before) {
			const columns = Object.keys(rows[0] ?? {});
			expect(narrowed(after.get(table) ?? [], columns), table).toEqual(narrowed(rows, columns));
		}
	}
);

test('[U3] what a newer version has migrated is left as it is', async () => {
	const database = await oldDatabase(NEWEST!);
	const newer = { tag: '', when: NEWEST!.when + 1 };
	const schema = await onDatabase(database.url, async (sql) => {
		await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${newer.when})`;
		await sql`alter table jobs add column engraver text`;
		return readEverything(database.url);
	});
	await migrate(database.url);
	expect(await readEverything(database.url)).toEqual(schema);
	expect(await onDatabase(database.url, currentMigration)).toEqual(newer);
	await database.drop();
});

describe('a shop of the first version, on this one', () => {
	let database: Awaited<ReturnType<typeof oldDatabase>>;
	let nodes: RunningApp[] = [];
	let token: string;
	beforeAll(async () => {
		database = await oldDatabase(FIRST!);
		const node = () => startApp({ databaseUrl: database.url, env: { ORIGIN: undefined } });
		nodes = await Promise.all([node(), node()]);
		const body = { email: 'ana@marchetti.example', password: 'bench-and-loupe' };
		const { body: session } = await call(0, 'POST', '/session', { body, token: null });
		token = String(session.token);
	}, 200_000);
	afterAll(async () => {
		await Promise.all(nodes.map((node) => node.stop()));
		await database.drop();
	});
	const call = (node: number, method: string, path: string, asked: Asked = {}): Promise<Answer> =>
		ask(`${nodes[node]!.url}/api/v1${path}`, method, { token, ...asked });
	const board = async (node: number) => (await call(node, 'GET', '/board')).body as unknown as BoardSnapshot;
	const find = async (q: string) => {
		const { body } = await call(1, 'GET', `/jobs?q=${encodeURIComponent(q)}`);
		return (body.jobs as { number: number }[]).map(({ number }) => number).sort();
	};

	test('[U2] is migrated once by two nodes that start at once, and both serve it', async () => {
		for (const node of [0, 1]) {
			const { cards } = await board(node);
			const byStatus = cards.map(({ number, status }) => `${number} ${status}`);
			expect(byStatus.sort()).toEqual(['1 QN', '2 AVQ', '3 IP', '4 RP', '5 CR', '6 OH', '9 QN']);
		}
		const steps = await onDatabase(
			database.url,
			(sql) => sql`select created_at::float8 as when from drizzle.__drizzle_migrations order by id`
		);
		expect(steps.map(({ when }) => when as number)).toEqual(listMigrations().map(({ when }) => when));
	});

	test('its cards say what they said', async () => {
		const { cards } = await board(0);
		const card = (number: number) => cards.find((each) => each.number === number);
		expect(card(1)).toMatchObject({
			title: 'Solitaire ring, cushion sapphire',
			customer: 'María González',
			rush: true,
			images: 1,
			documents: 1,
			cover: { id: 'aaaabbbbccccdddd' }
		});
		expect(card(2)).toMatchObject({ vendor: 'Castwell Foundry', location: 'Safe 2' });
		expect(card(6)).toMatchObject({ hold: { reason: 'stones', from: 'QN', until: '2026-01-20' } });
	});

	test('a card moves, and its history has what was and what is', async () => {
		const move = { ...mutation(), from: 'CR', to: 'IP' };
		const before = await board(0);
		const { status, body } = await call(1, 'POST', '/jobs/5/moves', { body: move });
		expect({ status, version: body.version }).toEqual({ status: 200, version: before.version + 1 });
		const history = await call(0, 'GET', '/jobs/5/history');
		const kinds = (history.body.events as { kind: string; by: { name: string } }[]).map(
			({ kind, by }) => `${kind} by ${by.name}`
		);
		expect(kinds).toEqual(
			['moved', 'undone', 'moved', 'moved', 'created'].map((kind) => `${kind} by Ana Ruiz`)
		);
	});

	test('its jobs are found by what stood on them', async () => {
		expect(await find('gonzalez')).toEqual([1, 4, 7]);
		expect(await find('åkesson')).toEqual([2, 5, 9]);
		expect(await find('sapphir')).toEqual([1]);
		expect(await find('2079460000')).toEqual([3, 6, 8]);
		expect(await find('000007')).toEqual([7]);
	});

	test('its files are listed', async () => {
		const { body } = await call(0, 'GET', '/jobs/1/attachments');
		const files = (body.attachments as { fileName: string }[]).map(({ fileName }) => fileName);
		expect(files.sort()).toEqual(['Foto “uno”.webp', 'cad.pdf']);
	});
});
