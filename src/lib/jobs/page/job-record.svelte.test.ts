import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import { JobRecord } from './job-record.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recordOf(job: Partial<JobDetails>): JobRecord {
	const never = () => new Promise<Response>(() => undefined);
	return new JobRecord(
		{ job: { number: 1, version: 1, status: 'CR', ...job } as JobDetails, history: [] },
		never
	);
}
const later = (record: JobRecord, change: Partial<JobDetails>) =>
	record.accept({ ...record.job, version: record.job.version + 1, ...change });

test('[W9] after a move, whoever made it, what comes next rests for two seconds', () => {
	const record = recordOf({});
	expect(record.isResting).toBe(false);
	later(record, { status: 'IP' });
	vi.advanceTimersByTime(1_999);
	expect(record.isResting).toBe(true);
	vi.advanceTimersByTime(1);
	expect(record.isResting).toBe(false);
});

test('[W9] a change that moves nothing holds nobody up', () => {
	const record = recordOf({});
	later(record, { title: 'Ring' });
	expect(record.isResting).toBe(false);
});
