import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import { startDatabaseServer } from '#tests/bench/database-server.ts';
import { fillLog } from '#tests/bench/dashboard/fill-log.ts';
import { fillShop } from '#tests/bench/fill-shop.ts';
import { fillJobs } from '#tests/bench/finding/fill-jobs.ts';
import type { Options } from '#tests/bench/options.ts';
import { openShop } from '#tests/bench/product/shop.ts';
import { describeMachine, report } from '#tests/bench/report.ts';
import { absolute, type Row } from '#tests/bench/row.ts';
import { runCommand } from '#tests/support/run-command.ts';
import { fillFiles } from './fill-files.ts';

/** A small shop, and one with a long past: what a backup needs of memory must not grow with it. */
const JOBS = [1_000, 50_000];
const PHOTOS = 150;
const DAYS = 8 * 365;

interface Effort {
	what: string;
	seconds: number;
	megabytes: number;
	said: string;
}

/** B1: measures how long a backup and its restore take with the commands themselves, and the most memory they had. */
export async function runBackup(options: Options, say: (step: string) => void): Promise<Row[]> {
	const before = describeMachine();
	const database = await startDatabaseServer();
	const folder = await mkdtemp(path.join(tmpdir(), 'benchboard-bench-backup-'));
	try {
		const efforts: Effort[] = [];
		for (const jobs of JOBS) {
			say(`filling a shop with ${jobs} jobs and ${PHOTOS} photos`);
			const url = await database.createDatabase(`backed_up_${jobs}`);
			const from = path.join(folder, `data-${jobs}`);
			await openShop(url, { cards: Math.min(options.cards, jobs), sessions: 1 });
			await fill(url, from, jobs);
			say('backing up and restoring');
			const what = `${jobs.toLocaleString('en')} jobs, ${PHOTOS} photos`;
			const backup = path.join(folder, `backup-${jobs}`);
			efforts.push(await command(`backup: ${what}`, ['backup', backup], url, from));
			const empty = await database.createDatabase(`restored_${jobs}`);
			const to = path.join(folder, `restored-${jobs}`);
			efforts.push(await command(`check: ${what}`, ['restore', backup, '--check'], empty, to));
			efforts.push(await command(`restore: ${what}`, ['restore', backup], empty, to));
		}
		const machine = { ...before, postgres: database.version };
		const rows = efforts.flatMap(({ what, seconds, megabytes }) => [
			absolute(`${what}: time`, seconds, { atMost: null, show: (value) => `${value.toFixed(1)} s` }),
			absolute(`${what}: peak memory`, megabytes, { atMost: null, show: (value) => `${value} MB` })
		]);
		const about = efforts.map(({ said }) => said).join('\n');
		await report(options, { part: 'backup', machine, about, rows, measurements: { efforts } });
		return rows;
	} finally {
		await database.stop();
		await rm(folder, { recursive: true });
	}
}

function fill(url: string, dataDir: string, jobs: number): Promise<void> {
	return fillShop(url, async (sql, shopId) => {
		// The demo's photos were never stored.
		await sql`delete from attachments`;
		await fillJobs(sql, shopId, jobs);
		await fillLog(sql, shopId, DAYS);
		await fillFiles(sql, folderStore(path.join(dataDir, 'files')), PHOTOS);
	});
}

async function command(what: string, args: string[], url: string, dataDir: string): Promise<Effort> {
	const ended = await runCommand(args, dataDir, { DATABASE_URL: url, DATA_DIR: dataDir });
	const [, seconds, megabytes] = / in ([\d.]+) s, peak memory (\d+) MB\n$/.exec(ended.out) ?? [];
	if (ended.code !== 0 || !seconds || !megabytes) throw new Error(ended.errors || ended.out);
	const said = ended.out.trim().replace(/ (to|of) \S+/, '');
	return { what, seconds: Number(seconds), megabytes: Number(megabytes), said };
}
