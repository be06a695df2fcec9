import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asNobody } from '#tests/support/nobody.ts';
import { mountSmallDisk } from '#tests/support/small-disk.ts';
import { openDataDir } from './data-dir.ts';
import { startEmbedded } from './db/embedded/embedded.ts';

let folder: string;
beforeEach(() => {
	folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'data-dir-')));
	chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const refused = (at: string, reason: string) => `The folder ${at} (DATA_DIR) cannot be used: ${reason}.`;

test('a folder that is missing is made, with those above it; others may pass through it', async () => {
	const data = path.join(folder, 'a/b');
	expect(await openDataDir(data)).toBe(data);
	expect(statSync(data).mode & 0o777).toBe(0o711);
	chmodSync(data, 0o700);
	await openDataDir(data);
	expect(statSync(data).mode & 0o777).toBe(0o700);
});

test('two that make it at once both have it', async () => {
	const data = path.join(folder, 'a/b');
	expect(await Promise.all([openDataDir(data), openDataDir(data)])).toEqual([data, data]);
});

test.each(['file', 'file/data'])('a file is no folder: %s', async (name) => {
	writeFileSync(path.join(folder, 'file'), '');
	const data = path.join(folder, name);
	await expect(openDataDir(data)).rejects.toThrow(
		refused(data, 'there is a file of that name, or on the way to it')
	);
});

test('where this user may not write is said, of what is there and of what is missing', async () => {
	const data = path.join(folder, 'data');
	await asNobody(folder, async () => {
		await expect(openDataDir(data)).rejects.toThrow(refused(data, 'this user may not write there'));
		await expect(startEmbedded(folder)).rejects.toThrow(refused(folder, 'this user may not write there'));
	});
});

test.runIf(existsSync('/proc/self'))('where no folder can be made nobody waits', async () => {
	const begun = Date.now();
	const reason = 'no folder can be made there';
	await expect(openDataDir('/proc/x/data')).rejects.toThrow(refused('/proc/x/data', reason));
	expect(Date.now() - begun).toBeLessThan(1000);
});

test('a disk that is read-only is said to be so', async ({ skip }) => {
	const disk = mountSmallDisk(1);
	if (!disk) return skip();
	try {
		spawnSync('mount', ['-o', 'remount,ro', disk.folder]);
		const data = path.join(disk.folder, 'data');
		await expect(openDataDir(data)).rejects.toThrow(refused(data, 'the disk is read-only'));
		await expect(startEmbedded(disk.folder)).rejects.toThrow(refused(disk.folder, 'the disk is read-only'));
	} finally {
		disk.unmount();
	}
});
