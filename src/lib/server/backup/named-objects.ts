import type { FileType } from '#lib/attachments/attachment.ts';
import { keysOf } from '#lib/server/attachments/attachment-row.ts';
import { logoKey } from '#lib/server/attachments/object-store.ts';
import type { Transaction } from '#lib/server/db/begin.ts';

/** Rows that are read at once. */
const PORTION = 500;

/**
 * The keys of all objects that rows name, as this transaction sees them. Rows are read as JSON: a backup may be of a schema
 * from before files had copies and shops had logos.
 */
export async function* namedObjects(tx: Transaction): AsyncGenerator<string> {
	const attachments = tx<
		{ shop_id: string; id: string; job_number: number; type: FileType; cleaned: boolean }[]
	>`
		select shop_id, id, job_number, content_type as type,
			coalesce((to_jsonb(a)->>'cleaned')::boolean, false) as cleaned
		from attachments a`;
	for await (const rows of attachments.cursor(PORTION))
		for (const { shop_id, type, ...row } of rows) yield* keysOf(shop_id, { ...row, content_type: type });
	const logos = tx<{ shop: string; logo: string }[]>`
		select id as shop, to_jsonb(s)->'logo'->>'id' as logo from shops s
		where to_jsonb(s)->'logo'->>'id' is not null`;
	for await (const rows of logos.cursor(PORTION))
		for (const { shop, logo } of rows) yield logoKey(shop, logo);
}
