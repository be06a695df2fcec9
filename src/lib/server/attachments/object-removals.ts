import { AppError } from '#lib/server/app-error.ts';
import type { Statements, Transaction } from '#lib/server/db/transaction.ts';
import { SWEEPING_LOCK } from './sweeping-lock.ts';

/**
 * A6: objects that are on their way into the store or out of it. Times are the database's, so that all nodes have one clock.
 * A row whose `attempts` is above 0 has been taken by a sweeper: its object may be gone.
 */

/**
 * Writes down objects before the first byte of them is stored. Unless they are confirmed within the hour, which is longer than
 * anything takes, they are removed: whatever happens in between leaves nothing behind.
 */
export async function reserveObjects(
	sql: Statements,
	shopId: string,
	keys: readonly string[]
): Promise<void> {
	await sql`
		insert into object_removals (shop_id, key, due_at)
		select ${shopId}, key, now() + interval '1 hour' from unnest(${keys as string[]}::text[]) key`;
}

/**
 * The stored objects are there to stay, when this transaction commits. Throws `storage.unavailable` when a sweeper has come
 * first: the file has to be sent again.
 */
export async function confirmObjects(
	tx: Transaction,
	shopId: string,
	keys: readonly string[]
): Promise<void> {
	const { count } = await tx`
		delete from object_removals
		where shop_id = ${shopId} and key = any(${keys as string[]}) and attempts = 0`;
	if (count !== keys.length) throw new AppError('storage.unavailable');
}

/**
 * Has an attachment's objects removed now, unless its row was saved after all. If the saving still runs, as after a connection
 * was lost, the first statement waits for its end. Objects that were stored after a sweeper had come are written down again.
 */
export async function releaseObjects(
	sql: Statements,
	shopId: string,
	attachmentId: string,
	keys: readonly string[]
): Promise<void> {
	const { count } = await sql`
		update object_removals set due_at = now() where shop_id = ${shopId} and key = any(${keys as string[]})`;
	if (count === keys.length) return;
	await sql`
		insert into object_removals (shop_id, key, due_at)
		select ${shopId}, key, now() from unnest(${keys as string[]}::text[]) key
		where not exists (select from attachments where shop_id = ${shopId} and id = ${attachmentId})
		on conflict (shop_id, key) do nothing`;
}

/** Has objects removed as soon as this transaction commits. */
export async function queueRemovals(tx: Transaction, shopId: string, keys: readonly string[]): Promise<void> {
	await tx`
		insert into object_removals (shop_id, key, due_at)
		select ${shopId}, key, now() from unnest(${keys as string[]}::text[]) key
		on conflict (shop_id, key) do update set due_at = excluded.due_at`;
}

/** An object that a sweeper has taken. */
export interface TakenObject {
	shopId: string;
	key: string;
	attempts: number;
}

/**
 * Takes due objects for some minutes, in which no other sweeper does. A sweeper that dies loses nothing but these minutes.
 * While a backup runs, nothing is taken (B2).
 */
export async function takeDue(sql: Statements, most: number): Promise<TakenObject[]> {
	return sql<TakenObject[]>`
		with free as materialized (select pg_try_advisory_xact_lock_shared(${SWEEPING_LOCK}) as is_free),
		due as (
			select shop_id, key from object_removals where due_at <= now() and (select is_free from free)
			order by due_at limit ${most} for update skip locked
		)
		update object_removals taken set due_at = now() + interval '5 minutes', attempts = attempts + 1
		from due where taken.shop_id = due.shop_id and taken.key = due.key
		returning taken.shop_id as "shopId", taken.key, taken.attempts`;
}

/** The object has left the store. */
export async function crossOff(sql: Statements, { shopId, key, attempts }: TakenObject): Promise<void> {
	await sql`
		delete from object_removals where shop_id = ${shopId} and key = ${key} and attempts = ${attempts}`;
}

/** The object could not be removed: tried again after 20 s, then twice as long each time, up to an hour. */
export async function tryLater(sql: Statements, { shopId, key, attempts }: TakenObject): Promise<void> {
	await sql`
		update object_removals
		set due_at = now() + least(interval '1 hour', interval '10 seconds' * 2 ^ least(${attempts}::int, 12))
		where shop_id = ${shopId} and key = ${key} and attempts = ${attempts}`;
}
