import { AppError } from '#lib/server/app-error.ts';
import type { Sql } from '#lib/server/db/client.ts';

/** D3: throws `attachment.not_found` for what is not the cover of a card on the shop's board. */
export async function requireCover(sql: Sql, shopId: string, id: string): Promise<void> {
	const [card] = await sql`
		select 1 from attachments a join jobs j on j.shop_id = a.shop_id and j.number = a.job_number
		where a.shop_id = ${shopId} and a.id = ${id} and j.cover ->> 'id' = a.id and j.closed_at is null`;
	if (!card) throw new AppError('attachment.not_found');
}
