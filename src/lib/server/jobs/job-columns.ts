import type { JobDetails } from '#lib/jobs/job-details.ts';

/** The columns of everything about a job that people write: not its place, its standing or its files. */
export function writtenColumns(job: JobDetails) {
	return {
		type: job.type,
		title: job.title,
		...customerColumns(job),
		vendor_id: job.vendorId,
		vendor_name: job.vendor,
		salesperson_id: job.salesperson.id,
		jeweler_id: job.jeweler?.id ?? null,
		promised_on: job.promisedOn,
		rush: job.rush,
		location: job.location,
		notes: job.notes,
		budget_cents: job.budgetCents ?? null,
		declared_value_cents: job.declaredValueCents ?? null,
		spec: JSON.stringify(job.spec)
	};
}

/** S1 */
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
