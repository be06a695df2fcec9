import sharp from 'sharp';
import { MOST_PIXELS } from '#lib/server/attachments/picture-limits.ts';

/** Pixels; a wall shows it about half as high, so that it is sharp on dense screens too. */
const WIDTH = 640;
const HEIGHT = 192;

/** A logo as it is served: a small WebP, upright, see-through where it was, without any metadata. Sizes in pixels. */
export async function makeLogo(
	image: Uint8Array
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
	const { data, info } = await sharp(image, { failOn: 'error', limitInputPixels: MOST_PIXELS })
		.rotate()
		.resize(WIDTH, HEIGHT, { fit: 'inside', withoutEnlargement: true })
		.webp({ quality: 88, alphaQuality: 100 })
		.toBuffer({ resolveWithObject: true });
	return { bytes: data, width: info.width, height: info.height };
}
