import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { FileType } from '#lib/attachments/attachment.ts';
import { lookInto } from './look-into.ts';

const noise = (sigma: number) =>
	sharp({
		create: {
			width: 90,
			height: 60,
			channels: 3,
			background: '#888',
			noise: { type: 'gaussian', mean: 128, sigma }
		}
	});
const frames = () => Promise.all([10, 20, 30].map((sigma) => noise(sigma).png().toBuffer()));
const animated = async () => sharp(await frames(), { join: { animated: true } });

/** One of each kind, without a word in it. */
const PICTURES: [name: string, type: FileType, make: () => Promise<Buffer>][] = [
	['a PNG', 'image/png', () => noise(20).png().toBuffer()],
	['a PNG with a color profile', 'image/png', () => noise(20).withIccProfile('p3').png().toBuffer()],
	['a JPEG', 'image/jpeg', () => noise(20).jpeg().toBuffer()],
	['a progressive JPEG', 'image/jpeg', () => noise(20).jpeg({ progressive: true }).toBuffer()],
	['a JPEG with a color profile', 'image/jpeg', () => noise(20).withIccProfile('p3').jpeg().toBuffer()],
	['a WebP', 'image/webp', () => noise(20).webp().toBuffer()],
	['a lossless WebP', 'image/webp', () => noise(20).webp({ lossless: true }).toBuffer()],
	['an animated WebP', 'image/webp', async () => (await animated()).webp().toBuffer()],
	['a GIF', 'image/gif', () => noise(20).gif().toBuffer()],
	['an animated GIF', 'image/gif', async () => (await animated()).gif().toBuffer()]
];

describe.each(PICTURES)('%s', (_, type, make) => {
	test('[A5] holds nothing but the picture', async () => {
		expect(lookInto(type, await make())).toBe('plain');
	});

	test('[A5] with bytes behind its end holds more', async () => {
		expect(lookInto(type, Buffer.concat([await make(), Buffer.from('48.2,16.4')]))).toBe('more');
	});

	test('[A2] is cut off wherever it is cut', async () => {
		const bytes = await make();
		for (let length = 0; length < bytes.length; length += 1)
			expect(lookInto(type, bytes.subarray(0, length)), `${length} bytes`).toBe('cut off');
	});
});

describe('[A5] what is not picture is seen', () => {
	const gps = { IFD3: { GPSLatitude: '48/1 12/1 30/1' } };
	test.each([
		['EXIF in a JPEG', 'image/jpeg', () => noise(9).jpeg().withExif(gps).toBuffer()],
		['EXIF in a PNG', 'image/png', () => noise(9).png().withExif(gps).toBuffer()],
		['EXIF in a WebP', 'image/webp', () => noise(9).webp().withExif(gps).toBuffer()],
		['XMP in a JPEG', 'image/jpeg', () => noise(9).jpeg().withXmp('<x/>').toBuffer()],
		['a comment in a JPEG', 'image/jpeg', async () => inserted(await noise(9).jpeg().toBuffer(), 2, COMMENT)],
		['a comment in a PNG', 'image/png', async () => inserted(await noise(9).png().toBuffer(), 33, TEXT)],
		['a comment in a GIF', 'image/gif', async () => beforeEnd(await noise(9).gif().toBuffer())]
	] as const)('%s', async (_, type, make) => {
		expect(lookInto(type, await make())).toBe('more');
	});

	const COMMENT = Buffer.from('\xff\xfe\x00\x0b48.2,16.4', 'latin1');
	const TEXT = Buffer.from('\x00\x00\x00\x05tEXta\x0048\x2e\x00\x00\x00\x00', 'latin1');
	const inserted = (bytes: Buffer, at: number, block: Buffer) =>
		Buffer.concat([bytes.subarray(0, at), block, bytes.subarray(at)]);
	const beforeEnd = (bytes: Buffer) =>
		inserted(bytes, bytes.length - 1, Buffer.from('\x21\xfe\x0448.2\x00', 'latin1'));
});

test.each([
	['%PDF-1.4\n%%EOF\n', 'plain'],
	[`%PDF-1.4\n%%EOF${'\n'.repeat(1000)}`, 'plain'],
	['%PDF-1.4\ntrailer', 'cut off'],
	[`%PDF-1.4\n%%EOF${' '.repeat(2000)}`, 'cut off']
])('[A2] a PDF is whole when it says so near its end: %j', (text, contents) => {
	expect(lookInto('application/pdf', Buffer.from(text))).toBe(contents);
});
