import type { FileType } from '#lib/attachments/attachment.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import type { Contents } from './contents.ts';
import { lookIntoGif } from './gif.ts';
import { lookIntoJpeg } from './jpeg.ts';
import { lookIntoPdf } from './pdf.ts';
import { lookIntoPng } from './png.ts';
import { lookIntoWebp } from './webp.ts';

/**
 * A2, A5: walks through a file's blocks without decoding any. Decoders forgive a missing end and pass over what they do not
 * know; this tells of both. Only what is known to be picture counts as picture, so that no place for GPS is forgotten.
 */
export function lookInto(type: FileType, bytes: Uint8Array): Contents {
	switch (type) {
		case 'image/png':
			return lookIntoPng(bytes);
		case 'image/jpeg':
			return lookIntoJpeg(bytes);
		case 'image/webp':
			return lookIntoWebp(bytes);
		case 'image/gif':
			return lookIntoGif(bytes);
		case 'application/pdf':
			return lookIntoPdf(bytes);
		default:
			return assertNever(type);
	}
}
