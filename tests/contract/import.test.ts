import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyChanges, type BoardState } from '#lib/board/apply-change.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import type { Card } from '#lib/board/card.ts';
import type { ImportReport } from '#lib/import/report.ts';
import { CATCH_UP_LIMIT, PROTOCOL_VERSION } from '#lib/realtime/protocol.ts';
import { destroyEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { buildPerson } from '#tests/support/factories.ts';
import { runCommand } from '#tests/support/run-command.ts';
import { startApi, tomorrow, type ApiClient } from './api-client.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const row = (number: number | string, customer = 'Maria') => `${number},repair,${customer},${tomorrow()}`;
const write = (name: string, ...rows: string[]) =>
	writeFileSync(path.join(folder, name), ['No,Type,Client,Due', ...rows].join('\n'));
const reportIn = (text: string) => JSON.parse(text) as ImportReport;

describe('npm run import, beside a running server', () => {
	let api: ApiClient;
	beforeAll(async () => {
		api = await startApi();
	}, 200_000);
	afterAll(() => api.stop());
	const run = (...args: string[]) =>
		runCommand(['import', ...args], folder, { DATABASE_URL: api.app.databaseUrl ?? '' });
	const board = async () => (await api.call('GET', '/board')).body as unknown as BoardSnapshot;

	test('[I2] looks without writing, imports, and knows the file again, each with 0', async () => {
		write('jobs.csv', row(1), row(2, 'Tom'));
		const before = await api.written();
		const look = await run('jobs.csv', '--shop', 'Test shop', '--dry-run');
		expect(look).toMatchObject({ code: 0, errors: '' });
		expect(look.out).toMatch(
			/Client +→ +Customer\n[^]*dry run: 2 jobs and 2 new contacts would be imported\.\n$/
		);
		expect(await api.written()).toEqual(before);

		const by = `${api.ana.id}@example.test`;
		const real = await run('jobs.csv', '--shop', api.ana.shopId, '--by', by, '--json');
		expect(real.code).toBe(0);
		expect(reportIn(real.out)).toMatchObject({
			outcome: 'imported',
			by: { id: api.ana.id },
			jobs: [{ number: 1 }, { number: 2 }]
		});
		expect((await board()).cards.map(({ customer }) => customer)).toEqual(['Maria', 'Tom']);
		const { body } = await api.call('GET', '/jobs/1/history');
		expect(body.events).toMatchObject([
			{ kind: 'created', by: { name: 'Ana Ruiz' }, device: 'Spreadsheet import' }
		]);

		const written = await api.written();
		expect((await run('jobs.csv', '--shop', 'Test shop')).out).toMatch(
			/There was nothing new: 2 rows are there already\.\n$/
		);
		expect(await api.written()).toEqual(written);
	});

	test('[I1] ends with 1 when something is wrong with the file, says what by line, and writes nothing', async () => {
		write('wrong.csv', row(11), '12,ring,,03/04/2026', row(13));
		const before = await api.written();
		const { code, out, errors } = await run('wrong.csv', '--shop', 'Test shop');
		expect({ code, errors }).toEqual({ code: 1, errors: '' });
		expect(out).toMatch(
			/line 3, Type: .*\n +line 3, Client: This is missing\.\n +line 3, Due: .*two days.*\n\nNothing was imported: 3 problems in 3 rows\.\n$/
		);
		const json = reportIn((await run('wrong.csv', '--shop', 'Test shop', '--json')).out);
		expect(json.problems.map(({ line, column }) => [line, column])).toEqual([
			[3, 'Type'],
			[3, 'Client'],
			[3, 'Due']
		]);
		expect(await api.written()).toEqual(before);
	});

	test.each([
		[['nowhere.csv', '--shop', 'Test shop'], /^There is no file .*nowhere\.csv\n$/],
		[['.', '--shop', 'Test shop'], /^There is no file/],
		[['jobs.csv', '--shop', 'No such'], /^There is no such shop/],
		[['jobs.csv', '--shop', 'Test shop', '--colour'], /--colour.*\nUsage: /]
	])('ends with 2 when it cannot be tried: %j', async (args, words) => {
		const { code, out, errors } = await run(...args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(errors).toMatch(words);
		expect(errors).not.toMatch(/\n\s+at /);
	});

	test('[I9] needs the admin’s name where there are several, and takes nobody else’s', async () => {
		const zoe = await buildPerson(api.database.sql, api.ana.shopId, { name: 'Zoe Lang' });
		const sam = await buildPerson(api.database.sql, api.ana.shopId, { name: 'Sam', role: 'salesperson' });
		expect(await run('jobs.csv', '--shop', 'Test shop')).toMatchObject({
			code: 2,
			errors: expect.stringContaining('several admins') as string
		});
		const bySam = await run('jobs.csv', '--shop', 'Test shop', '--by', `${sam.id}@example.test`);
		expect(bySam).toMatchObject({ code: 2, errors: expect.stringContaining('No admin') as string });
		await api.database.sql`update people set active = false where id = ${zoe.id}`;
		expect(await run('jobs.csv', '--shop', 'Test shop')).toMatchObject({ code: 0 });
	});

	test('[C1] every open board has all of a large file, in order, whatever it has to catch up', async () => {
		const start = await board();
		const rows = Array.from({ length: CATCH_UP_LIMIT * 2 + 50 }, (_, index) =>
			row(`L-${index}`, `Client ${index % 400}`)
		);
		write('large.csv', ...rows);
		let state: BoardState = {
			version: start.version,
			cards: new Map(start.cards.map((card): [number, Card] => [card.number, card]))
		};
		const socket = io(api.app.url, {
			transports: ['websocket'],
			auth: { protocol: PROTOCOL_VERSION, since: start.version, token: api.token }
		});
		const isThere = new Promise<void>((resolve, reject) => {
			socket.on('connect_error', reject);
			socket.on('board:reload', () => reject(new Error('The board was told to load anew')));
			socket.on('board:changes', ({ changes }) => {
				const applied = applyChanges(state, changes);
				if (applied.gap) reject(new Error('Changes are missing'));
				state = applied.state;
				if (state.version === start.version + rows.length) resolve();
			});
		});
		const [{ code }] = await Promise.all([run('large.csv', '--shop', 'Test shop'), isThere]);
		socket.disconnect();
		const end = await board();
		expect(code).toBe(0);
		expect(end.version).toBe(state.version);
		expect([...state.cards.values()].toSorted((a, b) => a.number - b.number)).toEqual(
			end.cards.toSorted((a, b) => a.number - b.number)
		);
		expect((await api.call('GET', `/board/changes?since=${start.version}`)).status).toBe(410);
		expect(api.errors()).toEqual([]);
	}, 60_000);
});

describe('npm run import, while no server runs', () => {
	test('starts the database of the data folder and stops it again', async () => {
		const env = { DATABASE_URL: '', DATA_DIR: path.join(folder, 'data') };
		const person = ['--email', 'ana@example.com', '--password', 'correct horse battery'];
		write('few.csv', row(1));
		try {
			const made = await runCommand(
				['shop', 'create', '--name', 'Marchetti', '--time-zone', 'Europe/Rome', ...person],
				folder,
				env
			);
			expect(made.code).toBe(0);
			const first = await runCommand(['import', 'few.csv', '--shop', 'Marchetti'], folder, env);
			expect(first).toMatchObject({
				code: 0,
				out: expect.stringContaining('Imported 1 job and 1 new contact, #000001.') as string
			});
			const second = await runCommand(['import', 'few.csv', '--shop', 'Marchetti', '--json'], folder, env);
			expect(reportIn(second.out).there).toEqual([{ line: 2, as: '#000001' }]);
		} finally {
			await destroyEmbedded(env.DATA_DIR);
		}
	}, 120_000);
});
