import { JOB_SHEET, type JobField } from '#lib/import/job-fields.ts';
import { planJobs, type JobPlan } from '#lib/import/plan-jobs.ts';
import { reportJobs, type ImportReport } from '#lib/import/report.ts';
import type { SheetRow } from '#lib/import/row-keys.ts';
import { readSheet } from '#lib/import/sheet.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { dayIn } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { inTransaction, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { findContacts } from '#lib/server/jobs/job-people.ts';
import { enterJobs } from './enter-jobs.ts';
import type { ImportOptions } from './import-options.ts';
import { insertContacts } from './insert-contacts.ts';
import { readDirectory } from './read-directory.ts';
import { jobRowId } from './row-id.ts';

/**
 * Takes the open jobs of a spreadsheet in, with the contacts that they name: all of them or, when anything is wrong with
 * any row, none. A row that came before is left out, so that a file may come again. Throws `forbidden`, and
 * `contact.changed` when somebody whom the file names is archived or deleted at this very moment.
 */
export async function importJobs(
	deps: Pick<Deps, 'sql' | 'now'>,
	actor: Actor,
	bytes: Uint8Array,
	{ mappings, dryRun, ...reading }: ImportOptions
): Promise<ImportReport> {
	if (!abilitiesOf(actor).import) throw new AppError('forbidden');
	const sheet = readSheet(bytes, JOB_SHEET, mappings);
	return inTransaction(deps.sql, async (tx) => {
		const at = deps.now();
		const directory = await readDirectory(tx, actor.shopId);
		const there = await findEntered(tx, actor.shopId, sheet.rows);
		const plan = planJobs(
			sheet.rows.filter(({ key }) => !there.has(key)),
			{ directory, by: actor, reading: { ...reading, today: dayIn(directory.timeZone, at) }, newId }
		);
		const errand = {
			shop: { id: actor.shopId, name: directory.name },
			by: { id: actor.id, name: actor.name },
			dryRun
		};
		const report = reportJobs(errand, sheet, plan, there);
		if (report.outcome !== 'imported') return report;
		await keepContacts(tx, actor.shopId, plan);
		await insertContacts(tx, actor.shopId, plan.contacts, at);
		const numbers = await enterJobs(tx, actor, plan.jobs, { at, timeZone: directory.timeZone });
		return { ...report, jobs: report.jobs.map((job, index) => ({ ...job, number: numbers[index] ?? null })) };
	});
}

/** The numbers of the jobs that came before, by the keys of their rows: the log remembers them, deleted ones included. */
async function findEntered(
	tx: Transaction,
	shopId: string,
	rows: readonly SheetRow<JobField>[]
): Promise<Map<string, number>> {
	const keys = new Map(rows.map((row) => [jobRowId(shopId, row), row.key]));
	const found = await tx<{ id: string; number: number }[]>`
		select mutation_id as id, job_number as number from job_events
		where shop_id = ${shopId} and mutation_id = any(${[...keys.keys()]}::uuid[])`;
	return new Map(found.map(({ id, number }) => [keys.get(id) ?? '', number]));
}

/** S4: the contacts that are there and named: none of them can be deleted until the transaction ends. */
async function keepContacts(tx: Transaction, shopId: string, { jobs }: JobPlan): Promise<void> {
	const named = jobs.flatMap(({ customer, vendor }) => (vendor ? [customer, vendor] : [customer]));
	const ids = [...new Set(named.filter(({ line }) => line === null).map(({ id }) => id))];
	const kept = await findContacts(tx, shopId, ids);
	if (kept.length < ids.length) throw new AppError('contact.changed');
}
