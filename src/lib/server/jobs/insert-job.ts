import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import { writtenColumns } from './job-columns.ts';

/** J2: takes the shop's next job number together with its next version, under the shop's lock: a rollback gives both back. */
export async function nextNumber(
	tx: Transaction,
	shopId: string
): Promise<{ version: number; number: number }> {
	const [shop] = await tx<{ version: string; number: number }[]>`
		update shops set version = version + 1, last_job_number = last_job_number + 1
		where id = ${shopId} returning version, last_job_number as number`;
	if (!shop) throw new Error('The shop of an actor is gone');
	return { version: Number(shop.version), number: shop.number };
}

/** Saves a job that has just been made. */
export async function insertJob(tx: Transaction, shopId: string, job: JobDetails): Promise<void> {
	const row = {
		shop_id: shopId,
		number: job.number,
		status: job.status,
		rank: job.rank,
		version: job.version,
		status_since: job.statusSince,
		created_at: job.createdAt,
		...writtenColumns(job)
	};
	await tx`insert into jobs ${tx(row)}`;
}
