import { BYTE_ORDER_MARK, csvLine } from '#lib/finding/csv.ts';
import { exportCells, exportNames, type ExportedJob } from '#lib/finding/export-columns.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { ExportJobsInput } from '#lib/jobs/list-input.ts';
import type { Actor } from '#lib/people/actor.ts';
import { readAging } from '#lib/server/board/read-aging.ts';
import type { Deps } from '#lib/server/deps.ts';
import { toListedJob } from '#lib/server/jobs/list-jobs.ts';
import { findPage, type Page, type PageRow } from './find-page.ts';
import { requestList, type ListRequest } from './list-request.ts';
import { readCursor } from './list-cursor.ts';

/** Jobs that are in memory at once. */
const PORTION = 500;

export interface JobExport {
	fileName: string;
	/** The parts of the file, made as they are taken. */
	text: AsyncGenerator<string>;
}

/**
 * L1: a list as a CSV file, with the list's filters and order and all of its pages. W13: without prices for those who
 * may not see them. Page follows page by the list's own cursor, so no transaction stays open while somebody downloads.
 * Throws as `requestList` does, before anything is sent.
 */
export async function exportJobs(deps: Deps, actor: Actor, input: ExportJobsInput): Promise<JobExport> {
	const [request, aging] = await Promise.all([
		requestList(deps, actor, { ...input, limit: PORTION }),
		readAging(deps, actor)
	]);
	const clock = { now: deps.now(), aging };
	const seesPrices = abilitiesOf(actor).seePrices;
	const lineOf = (row: PageRow) => csvLine(exportCells(toExportedJob(row), clock, seesPrices));
	const first = await findPage(deps.sql, request, PORTION);
	return {
		fileName: `jobs-${request.days.today}.csv`,
		text: (async function* () {
			yield BYTE_ORDER_MARK + csvLine(exportNames(seesPrices));
			for await (const { rows } of pagesFrom(deps, request, first)) yield rows.map(lineOf).join('');
		})()
	};
}

async function* pagesFrom({ sql }: Deps, request: ListRequest, first: Page): AsyncGenerator<Page> {
	let page = first;
	for (;;) {
		yield page;
		if (page.next === null) return;
		page = await findPage(sql, { ...request, from: readCursor(request.shopId, page.next) }, PORTION);
	}
}

function toExportedJob(row: PageRow): ExportedJob {
	return {
		...toListedJob(row),
		budgetCents: row.budget_cents === null ? null : Number(row.budget_cents),
		declaredValueCents: row.declared_value_cents === null ? null : Number(row.declared_value_cents)
	};
}
