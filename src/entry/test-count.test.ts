import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countPlaywright, countVitest, readCount } from './test-count.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'count-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a test file that cannot be loaded counts as a failure', () => {
	const testResults = [
		{ status: 'failed', assertionResults: [] },
		{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
		{ status: 'passed', assertionResults: [{ status: 'passed' }] }
	];
	expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
		passed: 2,
		failed: 2
	});
});

test('a flaky browser test and an error of the set-up count as failures', () => {
	const stats = { expected: 7, unexpected: 1, flaky: 1 };
	expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3 });
});

test('a runner that crashed counts as a failure whatever its report says', () => {
	const file = path.join(folder, 'report.json');
	writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] }));
	expect(readCount(file, countPlaywright, 0)).toEqual({ passed: 3, failed: 0 });
	expect(readCount(file, countPlaywright, 1)).toEqual({ passed: 3, failed: 1 });
	expect(readCount(path.join(folder, 'none.json'), countPlaywright, null)).toEqual({ passed: 0, failed: 1 });
});
