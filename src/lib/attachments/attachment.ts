import type { Instant } from '#lib/kernel/dates.ts';

/** A1: what the customer asks for, and what the vendor drew for the customer to approve. */
export const ATTACHMENT_KINDS = ['inspiration', 'drawing'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** A2: a file has at most this many bytes; exactly so many are accepted. */
export const FILE_MAX_BYTES = 8_388_608;

/** A2: what a file may be, read from its bytes. */
export const FILE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** A5: thumbnails are at most this many bytes. */
export const THUMBNAIL_MAX_BYTES = 30_000;

/** A file on a job, as the job's page shows it. */
export interface Attachment {
	id: string;
	kind: AttachmentKind;
	fileName: string;
	contentType: FileType;
	/** Of the original. */
	bytes: number;
	/** Pixels, upright; `null` for a document. */
	width: number | null;
	height: number | null;
	caption: string | null;
	by: { id: string; name: string } | null;
	createdAt: Instant;
}

/** A4: whether a file is shown as a picture; anything else opens on its own. */
export function isImage({ contentType }: Pick<Attachment, 'contentType'>): boolean {
	return contentType !== 'application/pdf';
}
