import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';

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
		...boardColumns(job),
		...customerColumns(job),
		vendor_id: job.vendorId,
		vendor_name: job.vendor,
		notes: job.notes,
		budget_cents: job.budgetCents ?? null,
		declared_value_cents: job.declaredValueCents ?? null,
		spec: JSON.stringify(job.spec)
	};
	await tx`insert into jobs ${tx(row)}`;
}

function boardColumns(job: JobDetails) {
	return {
		number: job.number,
		type: job.type,
		status: job.status,
		rank: job.rank,
		version: job.version,
		title: job.title,
		salesperson_id: job.salesperson.id,
		jeweler_id: job.jeweler?.id ?? null,
		promised_on: job.promisedOn,
		status_since: job.statusSince,
		rush: job.rush,
		location: job.location,
		created_at: job.createdAt
	};
}

function customerColumns({ customerId, customerSnapshot }: JobDetails) {
	return {
		customer_id: customerId,
		customer_name: customerSnapshot.name,
		customer_company: customerSnapshot.company,
		customer_email: customerSnapshot.email,
		customer_phone: customerSnapshot.phone,
		customer_address: customerSnapshot.address,
		customer_tax_exempt: customerSnapshot.taxExempt,
		customer_tax_number: customerSnapshot.taxNumber
	};
}
