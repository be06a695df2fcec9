import { spawn } from 'node:child_process';

/** The set-up failed. The message is all that the person at the terminal needs. */
export class SetUpError extends Error {}

/**
 * Runs a program that is part of the set-up. What it prints is shown only when it fails.
 *
 * @param {string} what what fails, for the message
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
export function runQuietly(what, program, args, env) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: program.endsWith('.cmd')
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text) => (output += text));
		child.once('error', (error) => reject(new SetUpError(`${what} failed: ${error.message}`)));
		child.once('close', (code, signal) => {
			if (code === 0) resolve();
			else reject(new SetUpError(`${output.trimEnd()}\n${what} failed (${signal ?? `exit code ${code}`}).`));
		});
	});
}
