import { objectKey } from './object-store.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';

/** A6, J8: takes all files off a job and queues their objects for removal, in the transaction that deletes the job. */
export async function removeJobFiles(tx: Transaction, shopId: string, number: number): Promise<void> {
	const rows = await tx<{ id: string }[]>`
		delete from attachments where shop_id = ${shopId} and job_number = ${number} returning id`;
	const keys = rows.flatMap(({ id }) => [
		objectKey(shopId, number, id, 'file'),
		objectKey(shopId, number, id, 'thumbnail')
	]);
	if (keys.length === 0) return;
	await tx`
		insert into object_removals (shop_id, key, due_at)
		select ${shopId}, key, now() from unnest(${keys}::text[]) as key on conflict do nothing`;
}
