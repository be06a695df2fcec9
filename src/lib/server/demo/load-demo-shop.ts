import { sql } from 'drizzle-orm';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import type { Db, Queryable, Tx } from '#lib/server/db/client.ts';
import { attachments, contacts, jobEvents, jobs, people, shops } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { hashPassword } from '#lib/server/people/passwords.ts';
import { CONTACTS, DEMO_PASSWORD, DEMO_SHOP_NAME, STAFF, type DemoPerson } from './cast.ts';
import { castJobs, type DemoPersonRef } from './demo-jobs.ts';
import { coverJobs, storePhotos } from './demo-photos.ts';
import { contactOf, contactRow, eventRow, jobRow } from './demo-rows.ts';
import { seeded } from './random.ts';
import { tellLife } from './tell-life.ts';

export interface DemoOptions {
	/** How many jobs stand on the board; 60 when not given. The boundary cases are always there. */
	jobs?: number | undefined;
	now: Date;
	timeZone: string;
	store: Pick<ObjectStore, 'put'>;
}

export interface DemoShop {
	shopId: string;
	people: (DemoPerson & { id: string; password: string })[];
}

/** Any number that nothing else on the database uses: "shop" as bytes. Set-up takes the same lock. */
export const FIRST_SHOP_LOCK = 0x73686f70;

/**
 * P2: fills an empty installation with a believable shop, the same one for a given day. Returns `null`, and writes
 * nothing, when a shop exists.
 */
export async function loadDemoShop(db: Db, options: DemoOptions): Promise<DemoShop | null> {
	return db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${FIRST_SHOP_LOCK})`);
		const [existing] = await tx.select({ id: shops.id }).from(shops).limit(1);
		return existing ? null : fillShop(tx, options);
	});
}

async function fillShop(tx: Tx, { jobs: open = 60, now, timeZone, store }: DemoOptions): Promise<DemoShop> {
	const shopId = newId();
	const staff = STAFF.map((person) => ({ ...person, id: newId() }));
	const cast = { people: staff, contacts: CONTACTS.map(contactOf), now: now.toISOString(), timeZone };
	const random = seeded(open);
	const castAll = castJobs(open, cast, random);
	const photos = coverJobs(castAll);
	const log = tellLife(castAll, cast.now, timeZone, random);

	await tx.insert(shops).values({
		id: shopId,
		name: DEMO_SHOP_NAME,
		timeZone,
		aging: DEFAULT_AGING,
		version: log.length,
		lastJobNumber: castAll.length
	});
	await hire(tx, shopId, staff);
	await tx.insert(contacts).values(cast.contacts.map((contact) => contactRow(shopId, contact)));
	await inPortions(castAll, (some) => tx.insert(jobs).values(some.map((job) => jobRow(shopId, job))));
	await inPortions(log, (some) => tx.insert(jobEvents).values(some.map((event) => eventRow(shopId, event))));
	const rows = await storePhotos(shopId, photos, store);
	if (rows.length > 0) await tx.insert(attachments).values(rows);
	// The planner knows nothing of rows that came a moment ago, and would scan where an index serves.
	await tx.execute(sql`analyze jobs, job_events, contacts`);
	return { shopId, people: staff.map((person) => ({ ...person, password: DEMO_PASSWORD })) };
}

async function hire(tx: Queryable, shopId: string, staff: (DemoPerson & DemoPersonRef)[]): Promise<void> {
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	await tx
		.insert(people)
		.values(staff.map(({ id, name, email, role }) => ({ shopId, id, name, email, role, passwordHash })));
}

/** PostgreSQL takes at most 65,535 values in one statement. */
async function inPortions<Item>(
	items: readonly Item[],
	insert: (some: Item[]) => Promise<unknown>
): Promise<void> {
	for (let start = 0; start < items.length; start += 500) await insert(items.slice(start, start + 500));
}
