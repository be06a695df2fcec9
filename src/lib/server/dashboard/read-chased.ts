import type { ChasedCustomer } from '#lib/dashboard/dashboard.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** G3, S1: the phones of the jobs that have been ready for pickup since before an instant, as written on the jobs. */
export function readChased(sql: Statements, shopId: string, before: Instant): Promise<ChasedCustomer[]> {
	return sql<ChasedCustomer[]>`
		select number, customer_phone as phone from jobs
		where shop_id = ${shopId} and status = 'RP' and closed_at is null and status_since < ${before}
		order by number`;
}
