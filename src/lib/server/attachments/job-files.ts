import type { Card } from '#lib/board/card.ts';
import type { Statements, Transaction } from '#lib/server/db/transaction.ts';

/** What a card says of its job's files. */
export type FilesOnCard = Pick<Card, 'cover' | 'images' | 'documents'>;

/** A1, A8: what a card says, out of the attachments of one job. Its cover is the newest inspiration image. */
export const FILES_COLUMNS = `count(*) filter (where content_type <> 'application/pdf')::int as images,
	count(*) filter (where content_type = 'application/pdf')::int as documents,
	(array_agg(jsonb_build_object('id', id, 'width', width, 'height', height) order by created_at desc, id desc)
		filter (where kind = 'inspiration' and content_type <> 'application/pdf'))[1] as cover`;

/** Counts a job's files, and finds its cover. */
export async function countJobFiles(sql: Statements, shopId: string, number: number): Promise<FilesOnCard> {
	const [row] = await sql<FilesOnCard[]>`
		select ${sql.unsafe(FILES_COLUMNS)} from attachments
		where shop_id = ${shopId} and job_number = ${number}`;
	return row ?? { cover: null, images: 0, documents: 0 };
}

/** Saves with the job what its card says of its files. */
export async function saveJobFiles(
	tx: Transaction,
	shopId: string,
	number: number,
	{ version, cover, images, documents }: FilesOnCard & { version: number }
): Promise<void> {
	await tx`
		update jobs set version = ${version}, images = ${images}, documents = ${documents},
			cover = ${cover ? JSON.stringify(cover) : null}::text::jsonb
		where shop_id = ${shopId} and number = ${number}`;
}
