import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { inTransaction, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { lockJob } from '#lib/server/jobs/job-store.ts';
import { ATTACHMENT_COLUMNS, keysOf, type AttachmentRow } from './attachment-row.ts';
import { queueRemovals } from './object-removals.ts';
import { recordFiles } from './record-files.ts';

/**
 * A6: takes a file off its job; its objects leave the store right after. The job gets the newest of what is left as its cover.
 * Throws `attachment.not_found`, for another shop's too, and `forbidden`.
 */
export async function removeAttachment(deps: Deps, actor: Actor, id: string): Promise<void> {
	const { shopId } = actor;
	const [found] = await deps.sql<{ number: number }[]>`
		select job_number as number from attachments where shop_id = ${shopId} and id = ${id}`;
	if (!found) throw new AppError('attachment.not_found');
	if (!abilitiesOf(actor).detach) throw new AppError('forbidden');
	await inTransaction(deps.sql, async (tx) => {
		const job = await lockJob(tx, shopId, found.number);
		const row = job && (await deleteRow(tx, shopId, id));
		if (!row) throw new AppError('attachment.not_found');
		await queueRemovals(tx, shopId, keysOf(shopId, row));
		const fact = { kind: 'attachment_removed', fileName: row.file_name, attachment: row.kind } as const;
		await recordFiles(tx, actor, job, { at: deps.now(), fact }, (version) => ({ version }));
	});
	deps.wakeSweeper();
}

async function deleteRow(tx: Transaction, shopId: string, id: string): Promise<AttachmentRow | undefined> {
	const [row] = await tx<AttachmentRow[]>`
		delete from attachments where shop_id = ${shopId} and id = ${id}
		returning ${tx.unsafe(ATTACHMENT_COLUMNS)}`;
	return row;
}
