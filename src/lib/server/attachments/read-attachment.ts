import { and, eq } from 'drizzle-orm';
import { AppError } from '#lib/server/app-error.ts';
import { attachments } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { objectKey } from './object-store.ts';

export interface StoredFile {
	/** Fetches the bytes from the store. Throws `attachment.not_found` when they are not there. */
	read: () => Promise<Uint8Array>;
	contentType: string;
	fileName: string;
	/** What the bytes are known by; they never change under it. */
	tag: string;
}

export type AttachmentPart = 'file' | 'thumbnail';

/** A3: an attachment of the shop, or its thumbnail. Throws `attachment.not_found` for any other id, another shop's too. */
export async function readAttachment(
	{ db, store }: Pick<Deps, 'db' | 'store'>,
	shopId: string,
	id: string,
	part: AttachmentPart
): Promise<StoredFile> {
	const [row] = await db
		.select()
		.from(attachments)
		.where(and(eq(attachments.shopId, shopId), eq(attachments.id, id)));
	if (!row) throw new AppError('attachment.not_found');
	const { jobNumber, fileName, contentType } = row;
	return {
		read: async () => (await store.get(objectKey(shopId, jobNumber, id, part))) ?? notFound(),
		contentType: part === 'thumbnail' ? 'image/webp' : contentType,
		fileName,
		tag: `${id}-${part}`
	};
}

function notFound(): never {
	throw new AppError('attachment.not_found');
}
