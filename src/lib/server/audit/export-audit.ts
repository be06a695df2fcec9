import { auditCells, auditNames } from '#lib/audit/audit-columns.ts';
import type { ExportAuditInput } from '#lib/audit/audit-input.ts';
import { BYTE_ORDER_MARK, csvLine } from '#lib/finding/csv.ts';
import { dayIn } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readShop } from '#lib/server/people/read-shop.ts';
import { readAudit, type AuditPage } from './read-audit.ts';

export interface AuditExport {
	fileName: string;
	/** The parts of the file, made as they are taken. */
	text: AsyncGenerator<string>;
}

/**
 * The log as a CSV file: exactly what the page shows with the same filters, all of its pages. Throws as `readAudit`
 * does, before anything is sent.
 */
export async function exportAudit(deps: Deps, actor: Actor, filter: ExportAuditInput): Promise<AuditExport> {
	const [first, { timeZone }] = await Promise.all([readAudit(deps, actor, filter), readShop(deps.db, actor)]);
	return {
		fileName: `audit-log-${dayIn(timeZone, deps.now())}.csv`,
		text: (async function* () {
			yield BYTE_ORDER_MARK + csvLine(auditNames(timeZone));
			for await (const { entries } of pagesFrom(deps, actor, filter, first))
				yield entries.map((entry) => csvLine(auditCells(entry, timeZone))).join('');
		})()
	};
}

async function* pagesFrom(
	deps: Deps,
	actor: Actor,
	filter: ExportAuditInput,
	first: AuditPage
): AsyncGenerator<AuditPage> {
	let page = first;
	for (;;) {
		yield page;
		if (page.next === null) return;
		page = await readAudit(deps, actor, { ...filter, cursor: page.next });
	}
}
