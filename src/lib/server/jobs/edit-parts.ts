import type { Edit } from '#lib/jobs/edit-input.ts';
import type { EditableField } from '#lib/jobs/job.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { EditParts } from './edited-job.ts';
import { findContacts, findPeople, NO_CUSTOMER, NO_VENDOR, NOBODY_HERE } from './job-people.ts';

/**
 * J7: looks up whom an edit newly names. Whoever stays is not asked for: they may have been archived, or have left, since.
 * Throws `input.invalid` with a sentence for each whom the shop does not have.
 */
export async function requireEditParts(
	sql: Statements,
	shopId: string,
	edit: Edit,
	fields: readonly EditableField[]
): Promise<EditParts> {
	const idOf = (field: EditableField) => (fields.includes(field) ? edit[field] : undefined);
	const ids = {
		customerId: idOf('customerId'),
		vendorId: idOf('vendorId'),
		salespersonId: idOf('salespersonId'),
		jewelerId: idOf('jewelerId')
	};
	const [contacts, people] = await Promise.all([
		findContacts(sql, shopId, texts(ids.customerId, ids.vendorId)),
		findPeople(sql, shopId, texts(ids.salespersonId, ids.jewelerId))
	]);
	const parts: EditParts = {
		customer: contacts.find(({ id, roles }) => id === ids.customerId && roles.includes('customer')),
		vendor: found(
			ids.vendorId,
			contacts.filter(({ roles }) => roles.includes('vendor'))
		),
		salesperson: people.find(({ id }) => id === ids.salespersonId),
		jeweler: found(ids.jewelerId, people)
	};
	const wrong = {
		...(ids.customerId !== undefined && !parts.customer && { customerId: NO_CUSTOMER }),
		...(ids.vendorId && !parts.vendor && { vendorId: NO_VENDOR }),
		...(ids.salespersonId !== undefined && !parts.salesperson && { salespersonId: NOBODY_HERE }),
		...(ids.jewelerId && !parts.jeweler && { jewelerId: NOBODY_HERE })
	};
	if (Object.keys(wrong).length > 0) throw invalidInput(wrong);
	return parts;
}

/** `null` for nobody, `undefined` for who is not named or not there. */
function found<Item extends { id: string }>(
	wanted: Edit[EditableField],
	items: readonly Item[]
): Item | null | undefined {
	return wanted === null ? null : items.find(({ id }) => id === wanted);
}

function texts(...ids: Edit[EditableField][]): string[] {
	return ids.filter((id): id is string => typeof id === 'string');
}
