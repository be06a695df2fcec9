import { readFileSync } from 'node:fs';

export interface Count {
	passed: number;
	failed: number;
}

/** What Vitest's JSON report says. */
interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** What Playwright's JSON report says: a flaky test is one that failed. */
interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number };
	errors: unknown[];
}

/** A file that could not even be loaded counts as one failed test. */
export function countVitest(report: VitestReport): Count {
	const broken = report.testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
	);
	return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** An error outside the tests, in the set-up for example, counts as a failed test. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Count {
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** Reads a runner's report. A runner that failed without a failed test, or left no report, counts as a failure. */
export function readCount<Report>(
	file: string,
	count: (report: Report) => Count,
	exitCode: number | null
): Count {
	try {
		const counted = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
		return exitCode === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 };
	} catch {
		return { passed: 0, failed: 1 };
	}
}
