import type { CreateJobInput } from '#lib/jobs/job-input.ts';
import { dayIn, type Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import {
	findContacts,
	findPeople,
	NO_CUSTOMER,
	NO_VENDOR,
	NOBODY_HERE,
	type ContactSnapshot,
	type Named
} from './job-people.ts';

/** Whom a job names, as the shop has them. */
export interface JobParts {
	customer: ContactSnapshot;
	vendor: ContactSnapshot | null;
	salesperson: Named;
	jeweler: Named | null;
}

/**
 * J3, J6: looks up whom a new job names. Throws `input.invalid` with a sentence for each of them that the shop does
 * not have (any more), and for a promised date that has passed in the shop's time zone.
 */
export async function requireParts(
	sql: Statements,
	actor: Actor,
	input: CreateJobInput,
	now: Instant
): Promise<JobParts> {
	const salespersonId = input.salespersonId ?? actor.id;
	const [contacts, people, timeZone] = await Promise.all([
		findContacts(sql, actor.shopId, present([input.customerId, input.vendorId])),
		findPeople(sql, actor.shopId, present([salespersonId, input.jewelerId])),
		readTimeZone(sql, actor.shopId)
	]);
	const customer = contacts.find(({ id, roles }) => id === input.customerId && roles.includes('customer'));
	const vendor = contacts.find(({ id, roles }) => id === input.vendorId && roles.includes('vendor'));
	const salesperson = people.find(({ id }) => id === salespersonId);
	const jeweler = people.find(({ id }) => id === input.jewelerId);
	const wrong: Record<string, string> = {
		...(!customer && { customerId: NO_CUSTOMER }),
		...(input.vendorId && !vendor && { vendorId: NO_VENDOR }),
		...(!salesperson && { salespersonId: NOBODY_HERE }),
		...(input.jewelerId && !jeweler && { jewelerId: NOBODY_HERE }),
		...(input.promisedOn < dayIn(timeZone, now) && { promisedOn: 'The promised date has passed.' })
	};
	if (!customer || !salesperson || Object.keys(wrong).length > 0) throw invalidInput(wrong);
	return { customer, vendor: vendor ?? null, salesperson, jeweler: jeweler ?? null };
}

async function readTimeZone(sql: Statements, shopId: string): Promise<string> {
	const [shop] = await sql<{ time_zone: string }[]>`select time_zone from shops where id = ${shopId}`;
	if (!shop) throw new Error('The shop of an actor is gone');
	return shop.time_zone;
}

function present(ids: (string | null | undefined)[]): string[] {
	return ids.filter((id): id is string => Boolean(id));
}
