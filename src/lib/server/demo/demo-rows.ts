import type { contacts, jobEvents, jobs } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import type { CastJob } from './demo-jobs.ts';
import type { DemoContact } from './cast.ts';
import type { DemoEvent } from './tell-life.ts';

export function contactOf(contact: DemoContact): Contact {
	return {
		id: newId(),
		version: 1,
		name: contact.name,
		company: contact.company ?? null,
		roles: contact.roles,
		email: contact.email ?? null,
		phone: contact.phone ?? null,
		address: contact.address ?? null,
		taxExempt: contact.taxExempt ?? false,
		taxNumber: contact.taxNumber ?? null,
		notes: null,
		archived: false
	};
}

export function contactRow(
	shopId: string,
	{ archived: _, ...contact }: Contact
): typeof contacts.$inferInsert {
	return { shopId, ...contact };
}

/** S1, S3: the row of a job whose life is told, with the customer and the vendor copied onto it. */
export function jobRow(shopId: string, job: CastJob): typeof jobs.$inferInsert {
	const { card, customer, piece, closing } = job;
	return {
		shopId,
		...pick(card),
		...snapshotOf(customer),
		vendorId: card.vendor === null ? null : job.vendor?.id,
		vendorName: card.vendor,
		salespersonId: job.salespersonId,
		jewelerId: job.jewelerId,
		statusSince: new Date(card.statusSince),
		createdAt: new Date(card.createdAt),
		spec: piece.spec,
		budgetCents: piece.budgetCents,
		holdReason: card.hold?.reason,
		holdNote: card.hold?.note,
		holdUntil: card.hold?.until,
		heldFrom: card.hold?.from,
		heldClock: job.heldClock === null ? null : new Date(job.heldClock),
		closedAt: closing && new Date(closing.at),
		outcome: closing?.outcome,
		closingReason: closing?.reason
	};
}

export function eventRow(shopId: string, { change, fact }: DemoEvent): typeof jobEvents.$inferInsert {
	return {
		shopId,
		version: change.version,
		jobNumber: change.number,
		kind: change.kind,
		at: new Date(change.at),
		byId: change.by?.id,
		byName: change.by?.name,
		fact,
		set: change.set,
		gone: change.gone ?? false
	};
}

function pick({
	number,
	type,
	status,
	rank,
	version,
	title,
	promisedOn,
	rush,
	location,
	cover,
	images
}: CastJob['card']) {
	return { number, type, status, rank, version, title, promisedOn, rush, location, cover, images };
}

function snapshotOf(customer: Contact) {
	return {
		customerId: customer.id,
		customerName: customer.name,
		customerCompany: customer.company,
		customerEmail: customer.email,
		customerPhone: customer.phone,
		customerAddress: customer.address,
		customerTaxExempt: customer.taxExempt,
		customerTaxNumber: customer.taxNumber
	};
}
