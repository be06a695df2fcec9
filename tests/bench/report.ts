import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import type { Options } from './options.ts';
import type { Row } from './row.ts';

export interface Machine {
	cores: number;
	model: string;
	node: string;
	postgres: string;
	/** How busy the machine was with other things when the run began: the load average of the last minute. */
	loadBefore: number;
}

/** Ask before anything is started. */
export function describeMachine(): Omit<Machine, 'postgres'> {
	const all = cpus();
	return {
		cores: all.length,
		model: all[0]?.model.trim() ?? 'unknown',
		node: process.versions.node,
		loadBefore: loadavg()[0] ?? 0
	};
}

const TITLES = ['what', 'target', 'measured', 'floor', 'ratio (rounds)', 'met'];

/** What one part of the bench has found. */
export interface Report {
	/** Its name in the names of files; `null` for the moves, whose file has none. */
	part: string | null;
	machine: Machine;
	/** What the samples are. */
	about: string;
	rows: readonly Row[];
	measurements: object;
}

/**
 * Prints what a part has found, writes it to a file of its own with every sample, and adds a line to the history, which tells
 * one run from those before. Returns the file's name without its ending.
 */
export async function report(options: Options, { part, ...found }: Report): Promise<string> {
	const { machine, about, rows } = found;
	console.log(toText(rows, machine, about));
	const all = options.json.replace(/\.json$/, '');
	const file = part === null ? all : `${all}-${part}`;
	const at = new Date().toISOString();
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(`${file}.json`, JSON.stringify({ at, options, ...found }, null, '\t'));
	const line = JSON.stringify({ at, commit: describeCommit(), part: part ?? 'moves', machine, rows });
	await appendFile(`${all}-history.ndjson`, `${line}\n`);
	return file;
}

/** The commit that is measured; `null` outside a repository. */
function describeCommit(): string | null {
	const { status, stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' });
	return status === 0 ? stdout.trim() : null;
}

/** What has a target, of all parts, on one table. */
export function toSummary(rows: readonly Row[]): string {
	const targets = rows.filter(({ met }) => met !== null);
	const missed = targets.filter(({ met }) => met === false).length;
	return [...toTable(targets), '', `${targets.length - missed} targets met, ${missed} missed`].join('\n');
}

function toText(rows: readonly Row[], machine: Machine, about: string): string {
	const { cores, model, node, postgres, loadBefore } = machine;
	return [
		`${cores} × ${model}, Node ${node}, PostgreSQL ${postgres}, load before the run ${loadBefore.toFixed(2)}`,
		about,
		'',
		...toTable(rows)
	].join('\n');
}

function toTable(rows: readonly Row[]): string[] {
	const cells = rows.map((row) => [row.what, row.target, row.measured, row.floor, ratioOf(row), metOf(row)]);
	const lines = [TITLES, ...cells];
	const widths = TITLES.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	const table = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
	return table.map((line) => line.trimEnd());
}

function ratioOf({ ratio }: Row): string {
	if (!ratio) return '';
	return `${ratio.whole.toFixed(2)} (${ratio.lowest.toFixed(2)}–${ratio.highest.toFixed(2)})`;
}

function metOf({ met }: Row): string {
	if (met === null) return '';
	return met ? 'yes' : 'NO';
}
