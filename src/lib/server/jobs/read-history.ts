import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { HISTORY_PAGE, type HistoryInput } from '#lib/jobs/history-input.ts';
import { historyFact, type HistoryEntry, type JobFact } from '#lib/jobs/job-events.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { ChangeKind } from '#lib/realtime/protocol.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import { jobExists } from './job-store.ts';

/**
 * W11, J8: what happened to a job, newest first, a page at a time; whoever may delete jobs reads on after that. Prices are told to those
 * who may see them (W13). Throws `job.not_found`, and `forbidden` for a display (D3).
 */
export async function readHistory(
	deps: Deps,
	actor: Actor,
	number: number,
	{ before, limit = HISTORY_PAGE }: Partial<HistoryInput> = {}
): Promise<HistoryEntry[]> {
	const { sql } = deps;
	if (actor.kind === 'display') throw new AppError('forbidden');
	const [isThere, rows] = await Promise.all([
		jobExists(sql, actor.shopId, number),
		sql<HistoryRow[]>`
			select version, at, by_id, by_name, by_device, kind, fact from job_events
			where shop_id = ${actor.shopId} and job_number = ${number} ${before ? sql`and version < ${before}` : sql``}
			order by version desc limit ${limit}`
	]);
	const abilities = abilitiesOf(actor);
	if (!isThere && !(abilities.delete && rows.length > 0)) throw new AppError('job.not_found');
	return rows.map((row) => toEntry(row, abilities.seePrices));
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

function toEntry(row: HistoryRow, seesPrices: boolean): HistoryEntry {
	return {
		version: Number(row.version),
		at: instantOf(row.at),
		by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
		device: row.by_device,
		kind: row.kind,
		fact: historyFact(row.fact, seesPrices)
	};
}
