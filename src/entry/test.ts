import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NoChromium, requireChromium } from './test-chromium.ts';
import { countPlaywright, countVitest, readCount, type Count } from './test-count.ts';

/** `npm test`: every suite, and one line at the end. `--long` runs the long forms of those that have one. */
export async function run(args: string[]): Promise<void> {
	const reports = mkdtempSync(path.join(tmpdir(), 'benchboard-reports-'));
	const env = { ...process.env, ...(args.includes('--long') && { BENCHBOARD_LONG: '1' }) };
	const counts = [await runVitest(reports, env), await runPlaywright(reports, env)];
	rmSync(reports, { recursive: true, force: true });
	const passed = counts.reduce((sum, count) => sum + count.passed, 0);
	const failed = counts.reduce((sum, count) => sum + count.failed, 0);
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
}

/** Unit, database, simulation and contract tests. */
async function runVitest(reports: string, env: NodeJS.ProcessEnv): Promise<Count> {
	const report = path.join(reports, 'vitest.json');
	const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await runTool('vitest/vitest.mjs', options, env);
	return readCount(report, countVitest, code);
}

async function runPlaywright(reports: string, env: NodeJS.ProcessEnv): Promise<Count> {
	const report = path.join(reports, 'playwright.json');
	try {
		const tool = { ...env, CHROMIUM_PATH: requireChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
		const options = ['test', '-c', 'tests/playwright.config.ts', '--reporter=list,json'];
		const code = await runTool('@playwright/test/cli.js', options, tool);
		return readCount(report, countPlaywright, code);
	} catch (error) {
		if (!(error instanceof NoChromium)) throw error;
		console.error(error.message);
		return { passed: 0, failed: 1 };
	}
}

/** Ctrl-C reaches the runner too, which cleans up behind itself: we wait for it. */
function runTool(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<number | null> {
	const child = spawn(process.execPath, [path.join('node_modules', file), ...args], {
		env,
		stdio: 'inherit'
	});
	const forward = () => child.kill('SIGINT');
	process.on('SIGINT', forward).on('SIGTERM', forward);
	return new Promise((resolve) => {
		child.once('error', () => resolve(null));
		child.once('exit', (code) => {
			process.off('SIGINT', forward).off('SIGTERM', forward);
			resolve(code);
		});
	});
}
