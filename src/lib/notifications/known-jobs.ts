import { STATUSES, type Status } from '#lib/jobs/status.ts';

/** How a job of the person's stood when they were last told of their jobs, or needed no telling. */
export interface KnownJob {
	status: Status;
	overdue: boolean;
	red: boolean;
}

/** All of the person's jobs as they stood at a version of the shop, by number. */
export interface Known {
	version: number;
	jobs: Readonly<Record<number, KnownJob>>;
}

/** Reads what was kept; `null` for nothing, or for what another version of the program has kept. */
export function knownIn(kept: string | null): Known | null {
	try {
		const read: unknown = JSON.parse(kept ?? 'null');
		return isKnown(read) ? read : null;
	} catch {
		return null;
	}
}

function isKnown(read: unknown): read is Known {
	if (typeof read !== 'object' || read === null) return false;
	const { version, jobs } = read as Partial<Known>;
	if (typeof version !== 'number' || typeof jobs !== 'object' || (jobs as unknown) === null) return false;
	return Object.values(jobs).every(
		(job: Partial<KnownJob> | null) =>
			STATUSES.some((status) => status === job?.status) &&
			typeof job?.overdue === 'boolean' &&
			typeof job.red === 'boolean'
	);
}
