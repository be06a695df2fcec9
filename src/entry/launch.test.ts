import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	realpathSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOBODY } from '#tests/support/nobody.ts';
import { fingerprint } from './launch-build.js';

const PROJECT = path.join(import.meta.dirname, '../..');
const PACKAGES = { packages: { '': {}, 'node_modules/ring': { version: '1.0.0' } } };

let root: string;
beforeEach(() => {
	root = realpathSync(mkdtempSync(path.join(tmpdir(), 'launch-')));
	for (const name of ['package.json', 'src/lib/server/process-lock.js']) copy(name);
	for (const name of readdirSync(import.meta.dirname))
		if (/^launch.*\.js$/.test(name)) copy(`src/entry/${name}`);
	write('package-lock.json', JSON.stringify(PACKAGES));
	// As `npm ci` leaves it.
	write('node_modules/.package-lock.json', JSON.stringify(PACKAGES));
	write('build/start/start.js', `export const run = () => console.log('started');`);
	write('build/.sources', fingerprint(root));
});
afterEach(() => rmSync(root, { recursive: true }));

function copy(name: string): void {
	cpSync(path.join(PROJECT, name), path.join(root, name));
}

function write(name: string, text: string): void {
	mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
	writeFileSync(path.join(root, name), text);
}

/** Starts it as a user who may read everything in the folder and write nothing. */
function startAsAnother(): { status: number | null; out: string; errors: string } {
	for (const name of ['.', ...readdirSync(root, { recursive: true, encoding: 'utf8' })])
		chmodSync(path.join(root, name), 0o555);
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/entry/launch.js', 'start'], {
		cwd: root,
		encoding: 'utf8',
		...(process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY })
	});
	for (const name of ['.', ...readdirSync(root, { recursive: true, encoding: 'utf8' })])
		chmodSync(path.join(root, name), 0o755);
	return { status, out: stdout, errors: stderr };
}

test('what is set up is started by a user who may write nothing, and nothing is written', () => {
	const before = readdirSync(root, { recursive: true });
	expect(startAsAnother()).toEqual({ status: 0, out: 'started\n', errors: '' });
	expect(readdirSync(root, { recursive: true })).toEqual(before);
});

test.each([
	['a build', 'src/changed.ts'],
	['packages', 'package-lock.json']
])('where %s must be made and cannot be, one sentence names the folder', (_, name) => {
	write(name, JSON.stringify({ packages: { 'node_modules/ring': { version: '2.0.0' } } }));
	expect(startAsAnother()).toEqual({
		status: 1,
		out: '',
		errors: `${root} has yet to be set up for this version and cannot be (this user may not write there): run npm start once as the user who owns it.\n`
	});
});
