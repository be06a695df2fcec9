import type { Attachment } from '#lib/attachments/attachment.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireJob } from '#lib/server/jobs/job-store.ts';
import { ATTACHMENT_COLUMNS, toAttachment, type AttachmentRow } from './attachment-row.ts';

/**
 * A1: the files of a job, newest first. Throws `job.not_found`, and `forbidden` for a wall: names and captions of files are
 * not for its readers (D3).
 */
export async function listAttachments(
	{ sql }: Pick<Deps, 'sql'>,
	actor: Actor,
	number: number
): Promise<Attachment[]> {
	const [, rows] = await Promise.all([
		requireJob(sql, actor.shopId, number),
		sql<AttachmentRow[]>`
			select ${sql.unsafe(ATTACHMENT_COLUMNS)} from attachments
			where shop_id = ${actor.shopId} and job_number = ${number} order by created_at desc, id desc`
	]);
	if (actor.kind === 'display') throw new AppError('forbidden');
	return rows.map(toAttachment);
}
