import { randomBytes } from 'node:crypto';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { keysOf } from '#lib/server/attachments/attachment-row.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';

/** A phone's photo, in bytes, and its thumbnail. */
const SIZES = { file: 2_500_000, thumbnail: 25_000 };

/** Gives that many jobs a photo each. Nobody looks at it, so it is noise, which cannot be packed either. */
export async function fillFiles(sql: Sql, store: ObjectStore, count: number): Promise<void> {
	const jobs = await sql<{ shop_id: string; number: number }[]>`
		select shop_id, number from jobs order by shop_id, number limit ${count}`;
	for (const { shop_id, number } of jobs) {
		const row = { id: newId(), job_number: number, content_type: 'image/jpeg', cleaned: false } as const;
		const [file = '', thumbnail = ''] = keysOf(shop_id, row);
		await store.put(file, randomBytes(SIZES.file), 'image/jpeg');
		await store.put(thumbnail, randomBytes(SIZES.thumbnail), 'image/webp');
		await sql`
			insert into attachments (shop_id, job_number, id, kind, file_name, content_type, bytes, created_at)
			values (${shop_id}, ${number}, ${row.id}, 'inspiration', 'photo.jpg', 'image/jpeg', ${SIZES.file}, now())`;
	}
}
