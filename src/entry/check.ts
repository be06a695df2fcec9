import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkLayout } from './check-layout.ts';

const STEPS: [name: string, tool: string, ...args: string[]][] = [
	['types are generated', '@sveltejs/kit/svelte-kit.js', 'sync'],
	[
		'types fit',
		'svelte-check/bin/svelte-check',
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings',
		'--output',
		'human'
	],
	['lint', 'eslint/bin/eslint.js', '--max-warnings', '0', '.'],
	['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']
];

/** `npm run check`: types, lint, format and the layout of the repository. What fails says so; the rest is one line each. */
export async function run(): Promise<void> {
	const failed = STEPS.filter((step) => !runStep(step)).map(([name]) => name);
	const faults = checkLayout();
	for (const fault of faults) console.error(fault);
	report('layout', faults.length === 0);
	if (faults.length > 0) failed.push('layout');
	if (failed.length > 0) console.error(`Not right: ${failed.join(', ')}`);
	process.exit(failed.length === 0 ? 0 : 1);
}

function runStep([name, tool, ...args]: (typeof STEPS)[number]): boolean {
	const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[path.join('node_modules', tool), ...args],
		options
	);
	if (status !== 0) console.error(`${stdout}${stderr}`.trimEnd());
	report(name, status === 0);
	return status === 0;
}

function report(name: string, isRight: boolean): void {
	console.log(`${isRight ? '✓' : '✗'} ${name}`);
}
