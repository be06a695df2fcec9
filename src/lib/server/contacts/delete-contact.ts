import postgres from 'postgres';
import { UNDO_MINUTES } from '#lib/jobs/workflow.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { inTransaction, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireEditor } from './contact-rights.ts';
import { requireContact } from './contact-store.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * S4: deletes a contact that no job names, nor a move that can still be undone (W9) would bring back.
 * Throws `forbidden`, `contact.not_found` and `contact.in_use`.
 */
export async function deleteContact(
	deps: Pick<Deps, 'sql' | 'now'>,
	actor: Actor,
	id: string
): Promise<void> {
	requireEditor(actor);
	await inTransaction(deps.sql, async (tx) => {
		await requireContact(tx, actor.shopId, id);
		if (await canComeBack(tx, actor.shopId, id, deps.now())) throw new AppError('contact.in_use');
		// Whether a job names the contact is the foreign key's to say: a look of our own could miss one that is being made.
		await tx`delete from contacts where shop_id = ${actor.shopId} and id = ${id}`;
	}).catch(refuseUsed);
}

async function canComeBack(tx: Transaction, shopId: string, id: string, now: Instant): Promise<boolean> {
	const since = new Date(Date.parse(now) - UNDO_MINUTES * 60_000).toISOString();
	const moves = await tx`
		select 1 from job_events where shop_id = ${shopId} and kind = 'moved' and at >= ${since}
			and fact -> 'before' -> 'vendor' ->> 'id' = ${id}
		limit 1`;
	return moves.length > 0;
}

function refuseUsed(error: unknown): never {
	const isUsed = error instanceof postgres.PostgresError && error.code === FOREIGN_KEY_VIOLATION;
	throw isUsed ? new AppError('contact.in_use') : error;
}
