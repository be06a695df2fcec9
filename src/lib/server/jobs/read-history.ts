import { historyFact, type HistoryEntry, type JobFact } from '#lib/jobs/job-events.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { ChangeKind } from '#lib/realtime/protocol.ts';
import type { Deps } from '#lib/server/deps.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import { requireJob } from './job-store.ts';

/** W11: what happened to a job, newest first. Throws `job.not_found`. */
export async function readHistory(deps: Deps, actor: Actor, number: number): Promise<HistoryEntry[]> {
	await requireJob(deps.sql, actor.shopId, number);
	const rows = await deps.sql<HistoryRow[]>`
		select version, at, by_id, by_name, by_device, kind, fact from job_events
		where shop_id = ${actor.shopId} and job_number = ${number} order by version desc`;
	return rows.map(toEntry);
}

interface HistoryRow {
	version: string;
	at: string;
	by_id: string | null;
	by_name: string | null;
	by_device: string | null;
	kind: ChangeKind;
	fact: JobFact;
}

function toEntry(row: HistoryRow): HistoryEntry {
	return {
		version: Number(row.version),
		at: instantOf(row.at),
		by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
		device: row.by_device,
		kind: row.kind,
		fact: historyFact(row.fact)
	};
}
