import { and, eq } from 'drizzle-orm';
import { AppError } from '#lib/server/app-error.ts';
import { attachments } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { objectKey } from './object-store.ts';

export interface StoredFile {
	bytes: Uint8Array;
	contentType: string;
	fileName: string;
}

/** A3: an attachment of the shop, or its thumbnail. Throws `attachment.not_found` for any other id, another shop's too. */
export async function readAttachment(
	deps: Pick<Deps, 'db' | 'store'>,
	shopId: string,
	id: string,
	part: 'file' | 'thumbnail'
): Promise<StoredFile> {
	const [row] = await deps.db
		.select()
		.from(attachments)
		.where(and(eq(attachments.shopId, shopId), eq(attachments.id, id)));
	const bytes = row && (await deps.store.get(objectKey(shopId, row.jobNumber, row.id, part)));
	if (!bytes) throw new AppError('attachment.not_found');
	return {
		bytes,
		contentType: part === 'thumbnail' ? 'image/webp' : row.contentType,
		fileName: row.fileName
	};
}
