import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeThumbnail } from './make-thumbnail.ts';

const noise = (width: number, height: number) =>
	sharp({
		create: {
			width,
			height,
			channels: 3,
			background: '#888',
			noise: { type: 'gaussian', mean: 128, sigma: 90 }
		}
	});

describe('[A5] thumbnails', () => {
	it('stay within 30 kB, whatever the picture', async () => {
		const picture = await noise(2400, 1800).png().toBuffer();
		expect((await makeThumbnail(picture)).byteLength).toBeLessThanOrEqual(30_000);
	});

	it('are turned by the EXIF orientation and carry no metadata', async () => {
		const sideways = await noise(800, 400)
			.jpeg()
			.withExif({ IFD0: { Copyright: 'x' }, IFD3: { GPSLatitude: '48/1 12/1 30/1' } })
			.withMetadata({ orientation: 6 })
			.toBuffer();
		const { width, height, exif } = await sharp(await makeThumbnail(sideways)).metadata();
		expect([width, height]).toEqual([180, 360]);
		expect(exif).toBeUndefined();
	});

	it('are refused for what is no image', async () => {
		await expect(makeThumbnail(Buffer.from('<html></html>'))).rejects.toThrow();
	});
});
