import { chmodSync } from 'node:fs';

/** The user id of nobody. */
export const NOBODY = 65534;

/** Runs work as a user who may read the folder and not write it: where root runs the tests, as nobody. */
export async function asNobody(folder: string, work: () => Promise<void>): Promise<void> {
	chmodSync(folder, 0o555);
	const isRoot = process.geteuid?.() === 0;
	try {
		if (isRoot) process.seteuid?.(NOBODY);
		await work();
	} finally {
		if (isRoot) process.seteuid?.(0);
		chmodSync(folder, 0o755);
	}
}
