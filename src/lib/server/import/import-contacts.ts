import { CONTACT_SHEET, type ContactField } from '#lib/import/contact-fields.ts';
import { planContacts } from '#lib/import/plan-contacts.ts';
import { reportContacts, type ImportReport } from '#lib/import/report.ts';
import type { SheetRow } from '#lib/import/row-keys.ts';
import { readSheet } from '#lib/import/sheet.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { inTransaction, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import type { ImportOptions } from './import-options.ts';
import { insertContacts } from './insert-contacts.ts';
import { readDirectory } from './read-directory.ts';
import { contactRowId } from './row-id.ts';

/**
 * S4: takes the contacts of a spreadsheet in: all of them or, when anything is wrong with any row, none. Who is there
 * already, and a row that came before, is left out; no contact is changed. Throws `forbidden`.
 */
export async function importContacts(
	deps: Pick<Deps, 'sql' | 'now'>,
	actor: Actor,
	bytes: Uint8Array,
	{ mappings, dryRun }: Pick<ImportOptions, 'mappings' | 'dryRun'>
): Promise<ImportReport> {
	if (!abilitiesOf(actor).import) throw new AppError('forbidden');
	const { shopId } = actor;
	const sheet = readSheet(bytes, CONTACT_SHEET, mappings);
	return inTransaction(deps.sql, async (tx) => {
		const directory = await readDirectory(tx, shopId);
		const there = await findEntered(tx, shopId, sheet.rows);
		const plan = planContacts(
			sheet.rows.filter(({ key }) => !there.has(key)),
			directory.contacts,
			newId
		);
		const errand = {
			shop: { id: shopId, name: directory.name },
			by: { id: actor.id, name: actor.name },
			dryRun
		};
		const report = reportContacts(errand, sheet, plan, there);
		if (report.outcome !== 'imported') return report;
		const added = plan.added.map(({ key, contact }) => ({
			...contact,
			mutationId: contactRowId(shopId, { key })
		}));
		await insertContacts(tx, shopId, added, deps.now());
		return report;
	});
}

/** The names of the contacts that came before, archived ones included, by the keys of their rows. */
async function findEntered(
	tx: Transaction,
	shopId: string,
	rows: readonly SheetRow<ContactField>[]
): Promise<Map<string, string>> {
	const keys = new Map(rows.map((row) => [contactRowId(shopId, row), row.key]));
	const found = await tx<{ id: string; name: string }[]>`
		select mutation_id as id, name from contacts
		where shop_id = ${shopId} and mutation_id = any(${[...keys.keys()]}::uuid[])`;
	return new Map(found.map(({ id, name }) => [keys.get(id) ?? '', name]));
}
