import sharp, { type Sharp } from 'sharp';
import type { FileType } from '#lib/attachments/attachment.ts';
import { MOST_PIXELS } from './picture-limits.ts';

/** The qualities at which nobody sees the difference. */
const FORMATS = {
	'image/png': (picture: Sharp) => picture.png(),
	'image/jpeg': (picture: Sharp) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
	'image/webp': (picture: Sharp) => picture.webp({ quality: 95 }),
	'image/gif': (picture: Sharp) => picture.gif()
};

export type PictureType = Exclude<FileType, 'application/pdf'>;

/**
 * A5: the same picture in the same format without a word in it: no EXIF, no XMP, no comment, no bytes behind its end. Turned
 * upright, because what said how to turn it is gone. Keeps its color profile and its frames.
 */
export async function cleanPicture(bytes: Uint8Array, type: PictureType): Promise<Uint8Array> {
	const { space, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
	const picture = sharp(bytes, { animated: true, failOn: 'error', limitInputPixels: MOST_PIXELS });
	// The frames of an animation lie one below the other, and cannot be turned one by one.
	const upright = pages > 1 ? picture : picture.autoOrient();
	// Printers' colors become a screen's, for which their profile does not hold.
	const colored = space === 'cmyk' ? upright : upright.keepIccProfile();
	return FORMATS[type](colored).toBuffer();
}
