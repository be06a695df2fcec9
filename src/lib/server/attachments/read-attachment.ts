import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { ATTACHMENT_COLUMNS, type AttachmentRow } from './attachment-row.ts';
import { objectKey, type ByteRange, type FoundObject } from './object-store.ts';

export interface StoredFile {
	/** Opens the bytes in the store. Throws `attachment.not_found` when they are not there. */
	open: (range?: ByteRange) => Promise<FoundObject>;
	/** How many bytes there are in the store. Throws like `open`. */
	size: () => Promise<number>;
	/** How many bytes there are, where that is known without asking: then a part of them can be had. */
	bytes: number | null;
	contentType: string;
	fileName: string;
	/** What the bytes are known by; they never change under it. */
	tag: string;
}

export type AttachmentPart = 'file' | 'thumbnail';

/**
 * A3, A5: an attachment of the shop as browsers get it, without GPS, or its thumbnail. Throws `attachment.not_found` for any
 * other id, another shop's too.
 */
export async function readAttachment(
	{ sql, store }: Pick<Deps, 'sql' | 'store'>,
	shopId: string,
	id: string,
	asked: AttachmentPart
): Promise<StoredFile> {
	const [row] = await sql<AttachmentRow[]>`
		select ${sql.unsafe(ATTACHMENT_COLUMNS)} from attachments where shop_id = ${shopId} and id = ${id}`;
	if (!row) throw new AppError('attachment.not_found');
	const part = asked === 'file' && row.cleaned ? 'cleaned' : asked;
	const key = objectKey(shopId, row.job_number, id, part);
	const bytes = part === 'file' ? row.bytes : null;
	return {
		open: async (range) => (await store.get(key, range)) ?? notFound(),
		size: async () => (await store.size(key)) ?? notFound(),
		bytes,
		contentType: part === 'thumbnail' ? 'image/webp' : row.content_type,
		fileName: row.file_name,
		tag: `${id}-${part}`
	};
}

function notFound(): never {
	throw new AppError('attachment.not_found');
}
