import type { Statements } from '#lib/server/db/transaction.ts';
import { FILES_COLUMNS, type FilesOnCard } from '#lib/server/attachments/job-files.ts';
import type { Fault } from './fault.ts';

type WrongCard = Extract<Fault, { kind: 'card_wrong' }>;

interface WrongRow {
	shopId: string;
	number: number;
	card: FilesOnCard;
	files: FilesOnCard;
}

/** A1: jobs whose card says other things of their files than their attachments do. */
export async function findWrongCards(sql: Statements): Promise<WrongCard[]> {
	const rows = await sql<WrongRow[]>`
		select j.shop_id as "shopId", j.number,
			json_build_object('images', j.images, 'documents', j.documents, 'cover', j.cover) as card,
			json_build_object('images', f.images, 'documents', f.documents, 'cover', f.cover) as files
		from jobs j cross join lateral (
			select ${sql.unsafe(FILES_COLUMNS)} from attachments
			where shop_id = j.shop_id and job_number = j.number
		) f
		where (j.images, j.documents, j.cover) is distinct from (f.images, f.documents, f.cover)
		order by j.shop_id, j.number`;
	return rows.map((row) => ({ kind: 'card_wrong', ...row }));
}

/** Brings the card of a job up to date; nothing happens when that has been done meanwhile. Boards hear of it with the job's next change. */
export async function mendCard(sql: Statements, { shopId, number }: WrongCard): Promise<void> {
	await sql`
		update jobs set images = f.images, documents = f.documents, cover = f.cover
		from (
			select ${sql.unsafe(FILES_COLUMNS)} from attachments where shop_id = ${shopId} and job_number = ${number}
		) f
		where shop_id = ${shopId} and number = ${number}`;
}
