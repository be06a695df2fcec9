import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm audit --json` says, as far as it is asked. */
interface Audit {
	metadata?: { vulnerabilities: Record<string, number>; dependencies: { prod: number } };
	error?: { code?: string; summary?: string };
	message?: string;
}

// It asks a registry, so it is no part of the suite that anybody runs anywhere.
test.runIf(process.env.BENCHBOARD_LONG)(
	'no package that the product runs on has a known weakness, where the registry tells',
	{ timeout: 120_000 },
	({ skip }) => {
		const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8' });
		const audit = JSON.parse(asked.stdout || '{}') as Audit;
		if (!audit.metadata) {
			const reason = audit.error?.summary || audit.message || asked.stderr.trim();
			skip(`The registry does not answer: ${reason}`);
			return;
		}
		const { vulnerabilities, dependencies } = audit.metadata;
		console.log(`npm audit: ${dependencies.prod} packages, ${JSON.stringify(vulnerabilities)}`);
		expect(vulnerabilities.total).toBe(0);
	}
);
