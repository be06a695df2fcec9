import { instantOf } from '#lib/server/db/instants.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { PreviewJob } from '#lib/settings/preview.ts';
import { requireManagesShop } from './settings-rights.ts';

interface Row extends Omit<PreviewJob, 'hold'> {
	holdUntil: string | null;
}

/** The shop's open jobs, as far as their badges need, the next promised first. Throws `forbidden` for all but admins. */
export async function readPreviewJobs({ sql }: Pick<Deps, 'sql'>, actor: Actor): Promise<PreviewJob[]> {
	requireManagesShop(actor);
	const rows = await sql<Row[]>`
		select number, title, customer_name as customer, status, status_since as "statusSince",
			promised_on as "promisedOn", hold_until as "holdUntil"
		from jobs where shop_id = ${actor.shopId} and closed_at is null
		order by promised_on, number`;
	return rows.map(({ holdUntil, ...job }) => ({
		...job,
		statusSince: instantOf(job.statusSince),
		hold: job.status === 'OH' ? { until: holdUntil } : null
	}));
}
