import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import type { ContactRole } from '#lib/contacts/contact.ts';
import { DEFAULT_DISPLAY, type DisplaySettings } from '#lib/displays/display.ts';
import type { Status } from '#lib/jobs/status.ts';
import { FIRST_RANK, rankBetween } from '#lib/kernel/rank.ts';
import type { Actor, Role } from '#lib/people/actor.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { newDisplayToken } from '#lib/server/displays/display-token.ts';
import { newId } from '#lib/server/ids.ts';
import { hashToken } from '#lib/server/people/session-store.ts';

export type Person = Extract<Actor, { kind: 'person' }>;

/** When everything that a test does not date has happened. */
export const LONG_AGO = '2026-02-02T09:00:00.000Z';

/** The version of a shop that has just been built, and of every job in it. */
export const FIRST_VERSION = 1;

/** Makes a shop in UTC, unless told otherwise. */
export async function buildShop(sql: Sql, shop: { name?: string; timeZone?: string } = {}): Promise<string> {
	const id = newId();
	await sql`
		insert into shops (id, name, time_zone, aging, version, created_at)
		values (
			${id}, ${shop.name ?? 'Test shop'}, ${shop.timeZone ?? 'UTC'},
			${JSON.stringify(DEFAULT_AGING)}::text::jsonb, ${FIRST_VERSION}, ${LONG_AGO}
		)`;
	return id;
}

/** Makes a person, an active admin unless told otherwise, who cannot sign in. */
export async function buildPerson(
	sql: Sql,
	shopId: string,
	person: { name?: string; role?: Role; active?: boolean } = {}
): Promise<Person> {
	const { name = 'Ana Ruiz', role = 'admin', active = true } = person;
	const id = newId();
	await sql`
		insert into people (shop_id, id, name, email, password_hash, role, active)
		values (${shopId}, ${id}, ${name}, ${`${id}@example.test`}, 'none', ${role}, ${active})`;
	return { kind: 'person', shopId, id, name, role };
}

/** Pairs a display, with what one starts with unless told otherwise. */
export async function buildDisplay(
	sql: Sql,
	shopId: string,
	display: { name?: string; settings?: Partial<DisplaySettings> } = {}
): Promise<{ id: string; token: string }> {
	const { name = 'Front wall', settings = {} } = display;
	const [id, token] = [newId(), newDisplayToken()];
	await sql`
		insert into displays (shop_id, id, name, settings, token_hash, paired_at, paired_by)
		values (
			${shopId}, ${id}, ${name}, ${JSON.stringify({ ...DEFAULT_DISPLAY, ...settings })}::text::jsonb,
			${hashToken(token)}, ${LONG_AGO}, 'Ana Ruiz'
		)`;
	return { id, token };
}

export interface ContactParts {
	name?: string;
	company?: string | null;
	roles?: ContactRole[];
	phone?: string | null;
	email?: string | null;
	archived?: boolean;
}

/** Makes a contact, a customer unless told otherwise. */
export async function buildContact(sql: Sql, shopId: string, contact: ContactParts = {}): Promise<string> {
	const { name = 'Maria Gonzalez', company = null, roles = ['customer'] } = contact;
	const id = newId();
	await sql`
		insert into contacts (shop_id, id, name, company, roles, phone, email, archived_at)
		values (
			${shopId}, ${id}, ${name}, ${company}, ${roles}::contact_role[], ${contact.phone ?? null},
			${contact.email ?? null}, ${contact.archived ? LONG_AGO : null}
		)`;
	return id;
}

export interface JobParts {
	status?: Status;
	statusSince?: string;
	/** A vendor's contact id; a job in AVQ gets one by itself. */
	vendorId?: string;
	heldFrom?: Status;
	heldClock?: string;
	promisedOn?: string;
	title?: string;
	/** Any other columns of the row, by their names in the database. */
	columns?: Record<string, string | number | boolean | null>;
}

/**
 * Makes an open job at the bottom of its column, valid by the database's checks, with the parents that it needs.
 * It is not in the log: a board that is current does not hear of it.
 */
export async function buildJob(sql: Sql, by: Person, job: JobParts = {}): Promise<number> {
	const { status = 'QN' } = job;
	const customerId = await buildContact(sql, by.shopId);
	const vendorId = job.vendorId ?? (status === 'AVQ' ? await buildContact(sql, by.shopId, VENDOR) : null);
	const isHeld = status === 'OH';
	const number = await takeNumber(sql, by.shopId);
	await sql`
		insert into jobs ${sql({
			shop_id: by.shopId,
			number,
			type: 'custom',
			status,
			rank: await bottomRank(sql, by.shopId, status),
			version: FIRST_VERSION,
			title: job.title ?? null,
			customer_id: customerId,
			customer_name: 'Maria Gonzalez',
			customer_tax_exempt: false,
			vendor_id: vendorId,
			vendor_name: vendorId && 'Castwell',
			salesperson_id: by.id,
			promised_on: job.promisedOn ?? '2026-12-24',
			status_since: job.statusSince ?? LONG_AGO,
			hold_reason: isHeld ? 'stones' : null,
			held_from: isHeld ? (job.heldFrom ?? 'IP') : null,
			held_clock: isHeld ? (job.heldClock ?? LONG_AGO) : null,
			created_at: LONG_AGO,
			...job.columns
		})}`;
	return number;
}

const VENDOR: ContactParts = { name: 'Castwell', roles: ['vendor'] };

async function takeNumber(sql: Sql, shopId: string): Promise<number> {
	const [shop] = await sql<{ number: number }[]>`
		update shops set last_job_number = last_job_number + 1 where id = ${shopId}
		returning last_job_number as number`;
	return shop!.number;
}

async function bottomRank(sql: Sql, shopId: string, status: Status): Promise<string> {
	const [last] = await sql<{ rank: string }[]>`
		select rank from jobs where shop_id = ${shopId} and status = ${status} and closed_at is null
		order by rank desc limit 1`;
	return last ? rankBetween(last.rank, null) : FIRST_RANK;
}
