import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LAUNCH = fileURLToPath(new URL('../../src/entry/launch.js', import.meta.url));

export interface Ended {
	code: number;
	out: string;
	errors: string;
}

/** Runs a command of the project as its own process, as `npm run` does from the folder `from`, and waits for its end. */
export async function runCommand(args: string[], from: string, env: NodeJS.ProcessEnv): Promise<Ended> {
	const child = spawn(process.execPath, [LAUNCH, ...args], {
		env: { ...process.env, ...env, INIT_CWD: from },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended: Ended = { code: 0, out: '', errors: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.errors += text));
	const [code] = (await once(child, 'close')) as [number];
	return { ...ended, code };
}
