import type { Transaction } from '#lib/server/db/transaction.ts';
import { ATTACHMENT_COLUMNS, keysOf, type AttachmentRow } from './attachment-row.ts';
import { queueRemovals } from './object-removals.ts';

/**
 * J8, A6: deletes the attachments of a job that is being deleted, and has their objects removed when this transaction
 * commits. Call it with the job locked and before its row goes; wake the sweeper after the commit.
 */
export async function removeJobFiles(tx: Transaction, shopId: string, number: number): Promise<void> {
	const rows = await tx<AttachmentRow[]>`
		delete from attachments where shop_id = ${shopId} and job_number = ${number}
		returning ${tx.unsafe(ATTACHMENT_COLUMNS)}`;
	await queueRemovals(
		tx,
		shopId,
		rows.flatMap((row) => keysOf(shopId, row))
	);
}
