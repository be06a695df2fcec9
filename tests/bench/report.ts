import { mkdir, writeFile } from 'node:fs/promises';
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

/** The lines that a person reads; `about` says what the samples are. */
export function toText(rows: readonly Row[], machine: Machine, about: string): string {
	const cells = rows.map((row) => [row.what, row.target, row.measured, row.floor, ratioOf(row), metOf(row)]);
	const lines = [TITLES, ...cells];
	const widths = TITLES.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	const table = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
	const { cores, model, node, postgres, loadBefore } = machine;
	return [
		`${cores} × ${model}, Node ${node}, PostgreSQL ${postgres}, load before the run ${loadBefore.toFixed(2)}`,
		about,
		'',
		...table.map((line) => line.trimEnd())
	].join('\n');
}

/** Writes everything, every sample included. */
export async function writeJson(
	file: string,
	report: { machine: Machine; options: Options; rows: Row[]; measurements: object }
): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, JSON.stringify({ at: new Date().toISOString(), ...report }, null, '\t'));
}

function ratioOf({ ratio }: Row): string {
	if (!ratio) return '';
	return `${ratio.whole.toFixed(2)} (${ratio.lowest.toFixed(2)}–${ratio.highest.toFixed(2)})`;
}

function metOf({ met }: Row): string {
	if (met === null) return '';
	return met ? 'yes' : 'NO';
}
