import { readFileSync } from 'node:fs';

const MB = 1024 * 1024;

/** The memory that a process holds, in MB; `null` where the system does not tell. */
export function memoryOf(pid: number): number | null {
	try {
		const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / MB;
	} catch {
		return null;
	}
}

/** The most memory, in MB, that a process holds while work is under way; `null` where the system does not tell. */
export async function peakDuring(pid: number, work: () => Promise<void>): Promise<number | null> {
	let peak = memoryOf(pid);
	const look = setInterval(() => {
		const now = memoryOf(pid);
		if (peak !== null && now !== null) peak = Math.max(peak, now);
	}, 10);
	try {
		await work();
	} finally {
		clearInterval(look);
	}
	return peak;
}
