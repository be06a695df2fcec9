import sharp, { type Sharp } from 'sharp';

/** Text of the place that pictures with GPS were taken at; no served byte may hold it. */
export const PLACE = 'GPS-48-12-30-N';

/** A picture that does not compress to nothing. */
export function noise(width = 120, height = 80, sigma = 30): Sharp {
	return sharp({
		create: {
			width,
			height,
			channels: 3,
			background: '#888',
			noise: { type: 'gaussian', mean: 128, sigma }
		}
	});
}

export function png(width?: number, height?: number): Promise<Buffer> {
	return noise(width, height).png().toBuffer();
}

/** A phone's picture: lying on its side by EXIF, and saying where it was taken. */
export function phonePhoto(width = 120, height = 80): Promise<Buffer> {
	return noise(width, height)
		.jpeg()
		.withMetadata({ orientation: 6 })
		.withExifMerge({
			IFD0: { Copyright: PLACE },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 30/1' }
		})
		.toBuffer();
}

/** An animation of three frames. */
export async function animated(format: 'gif' | 'webp'): Promise<Buffer> {
	const frames = await Promise.all([10, 20, 30].map((sigma) => noise(120, 80, sigma).png().toBuffer()));
	return sharp(frames, { join: { animated: true } })
		[format]()
		.toBuffer();
}

/** A document of a page that says nothing, of exactly so many bytes when a number is given. */
export function pdf(bytes?: number): Buffer {
	const start =
		'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n';
	const end = '\ntrailer<</Root 1 0 R>>\n%%EOF\n';
	const filling = '%'.padEnd(Math.max(1, (bytes ?? 0) - start.length - end.length), ' ');
	return Buffer.from(start + filling + end);
}

/** A few kilobytes that unpack to more than 50 megapixels. */
export function bomb(): Promise<Buffer> {
	return sharp({ create: { width: 10_000, height: 5_001, channels: 3, background: 'red' } })
		.png()
		.toBuffer();
}
