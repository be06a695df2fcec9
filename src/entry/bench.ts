import { spawnSync } from 'node:child_process';

/** `npm run bench`: measures against the floor. The measuring stands in `tests/bench`. */
export async function run(args: string[]): Promise<void> {
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/run.ts', ...args], {
		stdio: 'inherit'
	});
	process.exit(status ?? 1);
}
