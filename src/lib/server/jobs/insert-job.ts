import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import { writtenColumns } from './job-columns.ts';

/**
 * J2: takes the shop's next job number together with its next version, under the shop's lock: a rollback gives both back.
 * Of several the first of each is returned; the others follow without a gap.
 */
export async function nextNumber(
	tx: Transaction,
	shopId: string,
	count = 1
): Promise<{ version: number; number: number }> {
	const [shop] = await tx<{ version: string; number: number }[]>`
		update shops set version = version + ${count}, last_job_number = last_job_number + ${count}
		where id = ${shopId} returning version, last_job_number as number`;
	if (!shop) throw new Error('The shop of an actor is gone');
	return { version: Number(shop.version) - count + 1, number: shop.number - count + 1 };
}

/** Saves a job that has just been made. */
export async function insertJob(tx: Transaction, shopId: string, job: JobDetails): Promise<void> {
	await tx`insert into jobs ${tx(newRow(shopId, job))}`;
}

/** PostgreSQL takes at most 65,535 values in one statement. */
const PORTION = 500;

/** Saves jobs that have just been made, some hundreds with each statement. */
export async function insertJobs(
	tx: Transaction,
	shopId: string,
	jobs: readonly JobDetails[]
): Promise<void> {
	for (let start = 0; start < jobs.length; start += PORTION) {
		const rows = jobs.slice(start, start + PORTION).map((job) => newRow(shopId, job));
		await tx`insert into jobs ${tx(rows)}`;
	}
}

function newRow(shopId: string, job: JobDetails) {
	return {
		shop_id: shopId,
		number: job.number,
		status: job.status,
		rank: job.rank,
		version: job.version,
		status_since: job.statusSince,
		created_at: job.createdAt,
		...holdColumns(job),
		...writtenColumns(job)
	};
}

/** W6, G4: a job that arrives on hold has no days from before the hold. */
function holdColumns({ hold, statusSince }: JobDetails) {
	return {
		hold_reason: hold?.reason ?? null,
		hold_note: hold?.note ?? null,
		hold_until: hold?.until ?? null,
		held_from: hold?.from ?? null,
		held_clock: hold && statusSince
	};
}
