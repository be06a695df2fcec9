import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { unprivilegedAccount } from './account.ts';
import { destroyEmbedded, joinEmbedded, startEmbedded, type EmbeddedDatabase } from './embedded.ts';
import { isGoneWithin } from './postmaster.ts';

let folder: string;
let database: EmbeddedDatabase | null;
beforeAll(() => {
	// As a clone in a private folder: nobody else may enter.
	folder = path.join(mkdtempSync(path.join(tmpdir(), 'embedded-')), 'data');
});
beforeEach(() => {
	database = null;
});
afterEach(() => database?.stop());
afterAll(async () => {
	await destroyEmbedded(folder);
	rmSync(path.dirname(folder), { recursive: true });
});

test('it starts in a folder that others cannot enter, keeps what was written, and tells its address to nobody else', async () => {
	database = await startEmbedded(folder);
	await query(database.url, 'create table first (word text)');
	await query(database.url, `insert into first values ('ring')`);
	expect(statSync(path.join(folder, 'connection.json')).mode & 0o777).toBe(0o600);
	await database.stop();
	database = await startEmbedded(folder);
	expect(await query(database.url, 'select word from first')).toEqual([{ word: 'ring' }]);
	const wrong = new URL(database.url);
	wrong.password = 'guess';
	await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password/);
});

test('a command joins the server that runs; a second server is refused', async () => {
	database = await startEmbedded(folder);
	const joined = await joinEmbedded(folder);
	expect(joined.url).toBe(database.url);
	await joined.stop();
	expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
	await expect(startEmbedded(folder, { patience: 0 })).rejects.toThrow(
		`already runs on ${folder} (process ${process.pid})`
	);
});

test('a server that is killed comes back on the same address with everything that was committed', async () => {
	const notices: string[] = [];
	database = await startEmbedded(folder, { onNotice: (notice) => notices.push(notice) });
	const { url } = database;
	await query(url, 'create table killed (word text)');
	await query(url, `insert into killed values ('ring')`);
	process.kill(postmasterPid(), 'SIGKILL');
	await expect.poll(() => notices.at(-1), { timeout: 10_000 }).toMatch(/back/);
	expect(await query(url, 'select word from killed')).toEqual([{ word: 'ring' }]);
});

test('what a killed process left running is stopped, and its commits are there', async () => {
	const script = `
		import { startEmbedded } from '${import.meta.dirname}/embedded.ts';
		const { url } = await startEmbedded(process.argv[1]);
		console.log(url);
		setInterval(() => undefined, 1000);`;
	const options = ['--import', 'tsx', '--input-type=module', '-e', script, folder];
	const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
	const [first] = (await once(child.stdout, 'data')) as [Buffer];
	await query(String(first).trim(), 'create table orphaned (word text)');
	child.kill('SIGKILL');
	await once(child, 'exit');
	const orphan = postmasterPid();
	expect(await isGoneWithin(orphan, 0)).toBe(false);
	database = await startEmbedded(folder);
	expect(await isGoneWithin(orphan, 0)).toBe(true);
	expect(await query(database.url, 'select word from orphaned')).toEqual([]);
});

test('a killed server that nobody has collected yet does not keep the next one from starting', async () => {
	database = await startEmbedded(folder);
	await query(database.url, 'create table uncollected (word text)');
	await database.stop();
	const dead = await leaveUncollected();
	writeFileSync(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'), `${dead.pid}\n`);
	try {
		database = await startEmbedded(folder);
		expect(await query(database.url, 'select word from uncollected')).toEqual([]);
	} finally {
		dead.collect();
	}
});

/** A process that has ended and stays in the list: its parent does not ask for its end, as some containers' first process. */
async function leaveUncollected(): Promise<{ pid: number; collect: () => void }> {
	const parent = spawn('sh', ['-c', 'sh -c "exit 0" & echo $!; exec sleep 600'], {
		stdio: ['ignore', 'pipe', 'inherit'],
		...unprivilegedAccount()
	});
	const pid = Number(String(((await once(parent.stdout, 'data')) as [Buffer])[0]));
	await isGoneWithin(pid, 5000);
	return { pid, collect: () => parent.kill() };
}

function postmasterPid(): number {
	return Number(
		readFileSync(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]
	);
}

async function query(url: string, text: string): Promise<unknown[]> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		return [...(await sql.unsafe(text))];
	} finally {
		await sql.end();
	}
}
