import { isImage, type Attachment, type AttachmentKind } from './attachment.ts';

/** A1: the files of one card, newest first; of two of one moment the order of the list decides. */
export function ofKind(list: readonly Attachment[], kind: AttachmentKind): Attachment[] {
	return list
		.filter((file) => file.kind === kind)
		.sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

/** A4: what the large view goes through. */
export function imagesOf(list: readonly Attachment[]): Attachment[] {
	return list.filter(isImage);
}

/** The list as it was read again, with each file that is known already as the same object, so that nothing is drawn anew. */
export function keepKnown(known: readonly Attachment[], read: readonly Attachment[]): readonly Attachment[] {
	const byId = new Map(known.map((file) => [file.id, file]));
	const kept = read.map((file) => {
		const before = byId.get(file.id);
		return before && before.caption === file.caption ? before : file;
	});
	const isSame = kept.length === known.length && kept.every((file, index) => file === known[index]);
	return isSame ? known : kept;
}

export function fileUrl({ id }: Pick<Attachment, 'id'>): string {
	return `/api/v1/attachments/${id}`;
}

export function thumbnailUrl({ id }: Pick<Attachment, 'id'>): string {
	return `${fileUrl({ id })}/thumbnail`;
}
