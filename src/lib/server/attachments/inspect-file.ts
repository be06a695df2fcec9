import sharp from 'sharp';
import type { FileType } from '#lib/attachments/attachment.ts';
import { lookInto } from '#lib/attachments/blocks/look-into.ts';
import { typeOfBytes } from '#lib/attachments/file-type.ts';
import { AppError } from '#lib/server/app-error.ts';
import { createTurns } from '#lib/server/people/turns.ts';
import { cleanPicture, type PictureType } from './clean-picture.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import { FRAME_PIXELS, MOST_PIXELS } from './picture-limits.ts';

/** What a file turned out to be, and what is made of it. */
export interface InspectedFile {
	type: FileType;
	/** Pixels, upright; `null` for a document. */
	width: number | null;
	height: number | null;
	thumbnail: Uint8Array | null;
	/** A5: what browsers get where the original says more than its picture. */
	cleaned: Uint8Array | null;
}

/** Decoding takes up to 200 MB for a moment. */
const inTurn = createTurns(2);

/**
 * A2, A5: reads a file's type from its bytes, decodes all of it, and makes what is shown. Throws `attachment.empty`,
 * `attachment.type` with what was found, `attachment.too_many_pixels` or `attachment.damaged`.
 */
export async function inspectFile(bytes: Uint8Array): Promise<InspectedFile> {
	if (bytes.byteLength === 0) throw new AppError('attachment.empty');
	const seen = typeOfBytes(bytes);
	if (!seen.ok) throw new AppError('attachment.type', { found: seen.found });
	const { type } = seen;
	if (type !== 'application/pdf') return inTurn(() => inspectPicture(bytes, type));
	if (lookInto(type, bytes) === 'cut off') throw new AppError('attachment.damaged');
	return { type, width: null, height: null, thumbnail: null, cleaned: null };
}

async function inspectPicture(bytes: Uint8Array, type: PictureType): Promise<InspectedFile> {
	const size = await sizeOf(bytes);
	const contents = lookInto(type, bytes);
	if (contents === 'cut off') throw new AppError('attachment.damaged');
	await decodeAll(bytes).catch(damaged);
	return {
		type,
		...size,
		thumbnail: await makeThumbnail(bytes),
		cleaned: contents === 'more' ? await cleanPicture(bytes, type) : null
	};
}

/** Reads the head of a picture alone: what it unpacks to is known before anything is unpacked. */
async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
	const head = await sharp(bytes, { animated: true, limitInputPixels: false }).metadata().catch(damaged);
	const { width, height, pages = 1, pageHeight = height, autoOrient } = head;
	const frame = pages > 1 ? Math.max(width * pageHeight, FRAME_PIXELS) : width * height;
	if (frame * pages > MOST_PIXELS) throw new AppError('attachment.too_many_pixels');
	return pages > 1 ? { width, height: pageHeight } : { width: autoOrient.width, height: autoOrient.height };
}

/**
 * Decodes every pixel of every frame. Warnings are no damage: some phones write pictures that every browser shows and every
 * decoder complains of.
 */
async function decodeAll(bytes: Uint8Array): Promise<void> {
	const options = { animated: true, failOn: 'error', limitInputPixels: MOST_PIXELS } as const;
	await sharp(bytes, options).resize(64, 64, { fit: 'inside' }).raw().toBuffer();
}

function damaged(): never {
	throw new AppError('attachment.damaged');
}
