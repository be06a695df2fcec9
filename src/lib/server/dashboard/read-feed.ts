import { FEED_LENGTH } from '#lib/dashboard/dashboard.ts';
import { FED_KINDS, type FedKind, type FeedEntry } from '#lib/dashboard/feed.ts';
import type { Outcome } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { LogPlace } from './log-place.ts';

interface FeedRow {
	version: string;
	at: string;
	by_name: string | null;
	kind: FedKind;
	number: number;
	name: string;
	came_from: Status | null;
	went_to: Status | null;
	status: Status | null;
	outcome: Outcome | null;
}

/** P4: what happened since, the latest first; re-orders and jobs that are deleted are left out. */
export async function readFeed(sql: Statements, { shopId, at, version }: LogPlace): Promise<FeedEntry[]> {
	const rows = await sql<FeedRow[]>`
		select e.version, e.at, e.by_name, e.kind, e.job_number as number, coalesce(j.title, j.customer_name) as name,
			e.fact ->> 'from' as came_from, e.fact ->> 'to' as went_to, e.fact ->> 'status' as status,
			e.fact ->> 'outcome' as outcome
		from job_events e join jobs j on j.shop_id = e.shop_id and j.number = e.job_number
		where e.shop_id = ${shopId} and e.version >= ${version} and e.at >= ${at}
			and e.kind = any(${FED_KINDS}::change_kind[])
			and (e.kind not in ('moved', 'undone') or e.fact ->> 'from' <> e.fact ->> 'to')
		order by e.version desc limit ${FEED_LENGTH}`;
	return rows.map(toEntry);
}

function toEntry({ status, came_from, went_to, ...row }: FeedRow): FeedEntry {
	const leaves = row.kind === 'closed';
	return {
		version: Number(row.version),
		at: instantOf(row.at),
		by: row.by_name,
		kind: row.kind,
		number: row.number,
		name: row.name,
		from: leaves ? status : came_from,
		to: leaves ? null : (went_to ?? status),
		outcome: row.outcome
	};
}
