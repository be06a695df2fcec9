import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TOP_LEVEL = [
	'.ci',
	'drizzle',
	'src',
	'static',
	'tests',
	'LICENSE',
	'README.md',
	'eslint.config.js',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const LONGEST = 300;

/** What the repository holds at its top, and how long its sources are. Returns one line for each fault. */
export function layoutFaults(files: string[], read: (file: string) => string): string[] {
	return [...strangers(files), ...missing(files), ...longFiles(files, read)];
}

/** The files under version control, and those that would be. */
export function repositoryFiles(): string[] {
	const { stdout, status } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
		encoding: 'utf8'
	});
	return status === 0 ? stdout.split('\n').filter(Boolean) : [];
}

function strangers(files: string[]): string[] {
	const names = new Set(files.map(topOf).filter((name) => !name.startsWith('.') || name === '.ci'));
	return [...names]
		.filter((name) => !TOP_LEVEL.includes(name))
		.map((name) => `${name} does not belong at the top level`);
}

function missing(files: string[]): string[] {
	const names = new Set(files.map(topOf));
	return TOP_LEVEL.filter((name) => !names.has(name)).map((name) => `${name} is missing at the top level`);
}

function longFiles(files: string[], read: (file: string) => string): string[] {
	const sources = files.filter((file) => /^(src|tests)\/.*\.(ts|js|svelte|css)$/.test(file));
	return sources.flatMap((file) => {
		const lines = read(file).split('\n').length - 1;
		return lines > LONGEST ? [`${file} has ${lines} lines; ${LONGEST} is the most`] : [];
	});
}

function topOf(file: string): string {
	return file.split('/')[0] ?? file;
}

/** The check of this repository. */
export function checkLayout(): string[] {
	return layoutFaults(repositoryFiles(), (file) => readFileSync(file, 'utf8'));
}
