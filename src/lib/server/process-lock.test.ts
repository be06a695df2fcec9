import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockHolder, tryLock, waitForLock } from './process-lock.js';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
	file = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('one process holds the lock, and others learn which', async () => {
	const lock = tryLock(file);
	expect(lock.held).toBe(true);
	expect(await waitForLock(file, 0)).toMatchObject({ held: false, by: { pid: process.pid } });
	if (lock.held) lock.release();
	expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that was killed is free', async () => {
	const script = `import('${import.meta.dirname}/process-lock.js').then(({ tryLock }) => { tryLock(process.argv[1]); console.log('held'); setInterval(() => {}, 1000); })`;
	const child = spawn(process.execPath, ['-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
	await once(child.stdout, 'data');
	expect(lockHolder(file)?.pid).toBe(child.pid);
	expect(tryLock(file).held).toBe(false);
	child.kill('SIGKILL');
	await once(child, 'exit');
	expect(lockHolder(file)).toBeNull();
	expect(tryLock(file).held).toBe(true);
});

test('a process that has the same number by chance does not hold the lock', () => {
	const lock = tryLock(file);
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, JSON.stringify({ ...(JSON.parse(text) as object), born: 'another time' }));
	expect(lockHolder(file)).toBeNull();
	expect(tryLock(file).held).toBe(true);
	if (lock.held) lock.release();
});

test('a lock file that was cut short holds nobody up', () => {
	writeFileSync(file, '{"pid":');
	expect(tryLock(file).held).toBe(true);
});
