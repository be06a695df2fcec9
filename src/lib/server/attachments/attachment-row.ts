import type { Attachment, AttachmentKind, FileType } from '#lib/attachments/attachment.ts';
import { isImage } from '#lib/attachments/attachment.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import { objectKey, type ObjectPart } from './object-store.ts';

/** What an attachment is made of. */
export const ATTACHMENT_COLUMNS = `id, job_number, kind, file_name, content_type, bytes, width, height, caption, cleaned,
	by_id, by_name, created_at`;

/** A row of `ATTACHMENT_COLUMNS`, as the client hands it over. */
export interface AttachmentRow {
	id: string;
	job_number: number;
	kind: AttachmentKind;
	file_name: string;
	content_type: FileType;
	bytes: number;
	width: number | null;
	height: number | null;
	caption: string | null;
	cleaned: boolean;
	by_id: string | null;
	by_name: string | null;
	created_at: string;
}

export function toAttachment(row: AttachmentRow): Attachment {
	return {
		id: row.id,
		kind: row.kind,
		fileName: row.file_name,
		contentType: row.content_type,
		bytes: row.bytes,
		width: row.width,
		height: row.height,
		caption: row.caption,
		by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
		createdAt: instantOf(row.created_at)
	};
}

/** A6: the keys of all objects that an attachment has in the store. */
export function keysOf(
	shopId: string,
	row: Pick<AttachmentRow, 'id' | 'job_number' | 'content_type' | 'cleaned'>
): string[] {
	return partsOf(row).map((part) => objectKey(shopId, row.job_number, row.id, part));
}

/** The objects that an attachment has in the store. */
export function partsOf(row: Pick<AttachmentRow, 'content_type' | 'cleaned'>): ObjectPart[] {
	const small = isImage({ contentType: row.content_type }) ? (['thumbnail'] as const) : [];
	return ['file', ...small, ...(row.cleaned ? (['cleaned'] as const) : [])];
}
