import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { backUp, type BackupSource, type TakenBackup } from '#lib/server/backup/back-up.ts';
import { rowsOf } from '#lib/server/backup/backup-format.ts';
import { checkBackup } from '#lib/server/backup/check-backup.ts';
import { restore } from '#lib/server/backup/restore.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';

/** A place for the backups of a test file. Returns paths below it. */
export function backupPlace(): (name: string) => string {
	const folder = mkdtempSync(path.join(tmpdir(), 'benchboard-backups-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	return (name) => path.join(folder, name);
}

export function takeBackup(
	source: Pick<BackupSource, 'url' | 'store'>,
	folder: string
): Promise<TakenBackup> {
	return backUp({ program: 'test', ...source }, folder);
}

/** As the command does it: the whole backup is checked, then restored. */
export async function restoreBackup(
	folder: string,
	target: { url: string; store: ObjectStore }
): Promise<void> {
	await restore({ ...target, place: 'the test' }, await checkBackup(folder));
}

/** Changes a part of a backup, and its sum with it: what a hand with a purpose would do. */
export function forgePart(folder: string, name: string, change: (content: string) => string): void {
	const file = path.join(folder, ...name.split('/'));
	const isPacked = name.endsWith('.gz');
	const content = readFileSync(file);
	const changed = change((isPacked ? gunzipSync(content) : content).toString());
	const bytes = isPacked ? gzipSync(changed) : Buffer.from(changed);
	writeFileSync(file, bytes);
	const sums = path.join(folder, 'SHA256SUMS');
	const sum = createHash('sha256').update(bytes).digest('hex');
	const lines = readFileSync(sums, 'utf8').split('\n');
	writeFileSync(
		sums,
		lines.map((line) => (line.endsWith(`  ${name}`) ? `${sum}  ${name}` : line)).join('\n')
	);
}

/** The rows of a table in a backup, as text. */
export function savedRows(folder: string, table: string): string {
	return gunzipSync(readFileSync(path.join(folder, ...rowsOf(table).split('/')))).toString();
}

/** A small disk, where this machine lets us mount one; `null` where it does not. */
export function smallDisk(folder: string, bytes: number): { unmount: () => void } | null {
	mkdirSync(folder);
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
	return mounted.status === 0 ? { unmount: () => spawnSync('umount', [folder]) } : null;
}
