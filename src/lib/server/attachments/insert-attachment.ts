import type { Attachment } from '#lib/attachments/attachment.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import { ATTACHMENT_COLUMNS, toAttachment, type AttachmentRow } from './attachment-row.ts';

export interface NewAttachment extends Omit<Attachment, 'by' | 'createdAt'> {
	/** A5: whether browsers get a copy without the original's metadata. */
	cleaned: boolean;
}

/**
 * Saves an attachment of a job that is locked. It is later than every other of the job, if only by a millisecond and whatever
 * the clocks of two nodes say: which is the newest is never in doubt.
 */
export async function insertAttachment(
	tx: Transaction,
	actor: Actor,
	number: number,
	added: NewAttachment,
	now: Instant
): Promise<Attachment> {
	const [row] = await tx<AttachmentRow[]>`
		insert into attachments (
			shop_id, job_number, id, kind, file_name, content_type, bytes, width, height, caption, cleaned, by_id, by_name,
			created_at
		)
		values (
			${actor.shopId}, ${number}, ${added.id}, ${added.kind}, ${added.fileName}, ${added.contentType}, ${added.bytes},
			${added.width}, ${added.height}, ${added.caption}, ${added.cleaned}, ${actor.id}, ${actor.name},
			greatest(${now}::timestamptz, (
				select max(created_at) + interval '1 millisecond' from attachments
				where shop_id = ${actor.shopId} and job_number = ${number}
			))
		)
		returning ${tx.unsafe(ATTACHMENT_COLUMNS)}`;
	if (!row) throw new Error('The attachment was not saved');
	return toAttachment(row);
}
