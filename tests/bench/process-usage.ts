import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Ticks of the kernel's clock of processor time, on every Linux. */
const TICKS_PER_SECOND = 100;

/** Milliseconds of processor time that the process has used so far; `null` where the system does not tell. */
export function processorMilliseconds(pid: number): number | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
		return (((user ?? 0) + (system ?? 0)) * 1000) / TICKS_PER_SECOND;
	} catch {
		return null;
	}
}

/** Megabytes (10^6 bytes) of memory that the process holds now. */
export function residentMegabytes(pid: number): number {
	const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
	return (Number(kilobytes.trim()) * 1024) / 1e6;
}
