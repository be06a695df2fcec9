import type { ContactJobs } from '#lib/contacts/contact-jobs.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import {
	CARD_COLUMNS,
	CARD_JOINS,
	closingOf,
	toCard,
	type CardRow,
	type ClosingRow
} from '#lib/server/jobs/job-row.ts';
import { requireReader } from './contact-rights.ts';

/** Jobs on one page of a contact. */
const LIMIT = 20;

interface NamedRow extends CardRow, ClosingRow {
	as_customer: boolean;
	as_vendor: boolean;
}

/**
 * S4: the jobs that name a contact, as their customer or their vendor, open and closed, newest first, 20 at a time.
 * `cursor` is the number of the last job on the page before. Throws `forbidden` for a display.
 */
export async function listContactJobs(
	{ sql }: Pick<Deps, 'sql'>,
	actor: Actor,
	id: string,
	cursor: number | null = null
): Promise<ContactJobs> {
	requireReader(actor);
	const rows = await sql<NamedRow[]>`
		select ${sql.unsafe(CARD_COLUMNS)}, j.closed_at, j.outcome, j.closing_reason,
			j.customer_id = ${id} as as_customer, coalesce(j.vendor_id = ${id}, false) as as_vendor
		from jobs j ${sql.unsafe(CARD_JOINS)}
		where j.shop_id = ${actor.shopId} and (j.customer_id = ${id} or j.vendor_id = ${id})
			${cursor ? sql`and j.number < ${cursor}` : sql``}
		order by j.number desc limit ${LIMIT + 1}`;
	const jobs = rows.slice(0, LIMIT).map((row) => ({
		...toCard(row),
		closing: closingOf(row),
		roles: [...(row.as_customer ? ['customer' as const] : []), ...(row.as_vendor ? ['vendor' as const] : [])]
	}));
	return { jobs, next: rows.length > LIMIT ? (jobs.at(-1)?.number ?? null) : null };
}
