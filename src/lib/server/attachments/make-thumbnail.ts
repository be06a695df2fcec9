import sharp from 'sharp';
import { THUMBNAIL_MAX_BYTES } from '#lib/attachments/attachment.ts';
import { MOST_PIXELS } from './picture-limits.ts';

/** Pixels; a card shows its cover about half as wide, so that it is sharp on dense screens too. */
const WIDTH = 480;
const HEIGHT = 360;

/** Tried in turn until the thumbnail is small enough; even noise fits at the last one. */
const QUALITIES = [80, 65, 50, 35, 20, 5];

/** A5: a WebP of at most 30 kB, turned by the EXIF orientation and without any metadata. Throws for what is no image. */
export async function makeThumbnail(image: Uint8Array): Promise<Uint8Array> {
	for (const quality of QUALITIES) {
		const bytes = await render(image, quality);
		if (bytes.byteLength <= THUMBNAIL_MAX_BYTES) return bytes;
	}
	throw new Error(`The thumbnail does not fit into ${THUMBNAIL_MAX_BYTES} bytes`);
}

function render(image: Uint8Array, quality: number): Promise<Uint8Array> {
	return sharp(image, { failOn: 'error', limitInputPixels: MOST_PIXELS })
		.rotate()
		.resize(WIDTH, HEIGHT, { fit: 'inside', withoutEnlargement: true })
		.webp({ quality })
		.toBuffer();
}
