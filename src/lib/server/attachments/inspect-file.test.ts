import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ProblemCode, ProblemFacts } from '#lib/problems/problem.ts';
import { animated, bomb, noise, pdf, phonePhoto, PLACE, png } from '#tests/support/pictures.ts';
import { inspectFile } from './inspect-file.ts';

async function expectRefused(bytes: Uint8Array, code: ProblemCode, facts: ProblemFacts = {}): Promise<void> {
	await expect(inspectFile(bytes)).rejects.toMatchObject({ code, facts });
}

describe('[A2] accepted', () => {
	test.each(['png', 'jpeg', 'webp', 'gif'] as const)('%s', async (format) => {
		const file = await inspectFile(await noise(120, 80).toFormat(format).toBuffer());
		expect(file).toMatchObject({ type: `image/${format}`, width: 120, height: 80, cleaned: null });
		expect(file.thumbnail?.byteLength).toBeLessThanOrEqual(30_000);
	});

	test.each(['gif', 'webp'] as const)('an animated %s has the size of its frames', async (format) => {
		const file = await inspectFile(await animated(format));
		expect(file).toMatchObject({ width: 120, height: 80, cleaned: null });
	});

	test('a PDF, which has no size in pixels', async () => {
		expect(await inspectFile(pdf())).toEqual({
			type: 'application/pdf',
			width: null,
			height: null,
			thumbnail: null,
			cleaned: null
		});
	});

	test('exactly 50 megapixels', async () => {
		const picture = sharp({ create: { width: 10_000, height: 5_000, channels: 3, background: 'red' } });
		expect(await inspectFile(await picture.png().toBuffer())).toMatchObject({ width: 10_000, height: 5_000 });
	});

	test('a JPEG that decoders complain of and browsers show', async () => {
		const bytes = await noise().jpeg().toBuffer();
		const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
		// What some phones write as the scan's last field.
		bytes[scan + 2 + bytes.readUInt16BE(scan + 2) - 2] = 0;
		await expect(sharp(bytes).stats()).rejects.toThrow();
		expect(await inspectFile(bytes)).toMatchObject({ type: 'image/jpeg' });
	});
});

describe('[A2] refused', () => {
	test('an empty file', () => expectRefused(Buffer.alloc(0), 'attachment.empty'));

	test('more than 50 megapixels, before they are unpacked', async () => {
		await expectRefused(await bomb(), 'attachment.too_many_pixels');
	});

	test('frames that are more than 50 megapixels together', async () => {
		const colors = ['red', 'green', 'blue', 'white'];
		const frame = (background: string) =>
			sharp({ create: { width: 4_000, height: 4_000, channels: 3, background } })
				.png()
				.toBuffer();
		const frames = sharp(await Promise.all(colors.map(frame)), { join: { animated: true } });
		await expectRefused(
			await frames.webp({ lossless: true, effort: 0 }).toBuffer(),
			'attachment.too_many_pixels'
		);
	}, 60_000);

	test('more frames than anybody draws, however small', async () => {
		const frame = Buffer.from('\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1');
		const canvas = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
		const gif = (frames: number) =>
			Buffer.concat([canvas, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
		expect(await inspectFile(gif(1000))).toMatchObject({ width: 1, height: 1 });
		await expectRefused(gif(1001), 'attachment.too_many_pixels');
		await expectRefused(gif(500_000), 'attachment.too_many_pixels');
	});

	test.each(['png', 'jpeg', 'webp', 'gif'] as const)('a %s that is cut anywhere', async (format) => {
		const bytes = await noise().toFormat(format).toBuffer();
		for (const kept of [0.1, 0.5, 0.9, 0.99]) {
			await expectRefused(bytes.subarray(0, Math.floor(bytes.length * kept)), 'attachment.damaged');
		}
		await expectRefused(bytes.subarray(0, -1), 'attachment.damaged');
	});

	test.each(['gif', 'webp'] as const)('an animated %s that is cut', async (format) => {
		const bytes = await animated(format);
		await expectRefused(bytes.subarray(0, bytes.length / 2), 'attachment.damaged');
	});

	test('a PNG whose pixels are broken', async () => {
		const bytes = await png();
		bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 8);
		await expectRefused(bytes, 'attachment.damaged');
	});

	test('a name without a picture behind it', async () => {
		await expectRefused(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'attachment.damaged');
		await expectRefused(Buffer.from('GIF89a'), 'attachment.damaged');
		await expectRefused(Buffer.from('%PDF-1.7 half'), 'attachment.damaged');
	});

	test.each([
		['<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'svg'],
		['<!doctype html><script>alert(1)</script>', 'html'],
		['\0\0\0\x18ftypheic\0\0\0\0', 'heic'],
		['GIF', 'unknown'],
		['PK\x03\x04', 'unknown']
	] as const)('%j', (text, found) =>
		expectRefused(Buffer.from(text, 'latin1'), 'attachment.type', { found })
	);
});

describe('[A5] a picture that says where it was taken', () => {
	const holdsPlace = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).includes(PLACE);

	test('is turned upright, and shown without its words', async () => {
		const original = await phonePhoto(120, 80);
		expect(holdsPlace(original)).toBe(true);
		const file = await inspectFile(original);
		expect(file).toMatchObject({ width: 80, height: 120 });
		for (const made of [file.thumbnail, file.cleaned]) {
			expect(holdsPlace(made)).toBe(false);
			const { width = 0, height = 0, exif, xmp, orientation } = await sharp(made!).metadata();
			expect({ isUpright: width < height, exif, xmp, orientation }).toEqual({ isUpright: true });
		}
	});

	test.each(['png', 'webp'] as const)('as %s', async (format) => {
		const exif = { IFD0: { Copyright: PLACE } };
		const file = await inspectFile(await noise().toFormat(format).withExif(exif).toBuffer());
		expect(file.cleaned).not.toBeNull();
		expect(holdsPlace(file.cleaned)).toBe(false);
		expect((await sharp(file.cleaned!).metadata()).format).toBe(format);
	});

	test('behind the picture’s end, as phones append short films', async () => {
		const file = await inspectFile(Buffer.concat([await noise().jpeg().toBuffer(), Buffer.from(PLACE)]));
		expect(file.cleaned).not.toBeNull();
		expect(holdsPlace(file.cleaned)).toBe(false);
	});

	test('keeps its color profile', async () => {
		const bytes = await noise()
			.withIccProfile('p3')
			.withExifMerge({ IFD0: { Copyright: PLACE } })
			.jpeg()
			.toBuffer();
		const { cleaned } = await inspectFile(bytes);
		expect((await sharp(cleaned!).metadata()).icc?.equals((await sharp(bytes).metadata()).icc!)).toBe(true);
	});

	test('keeps its frames', async () => {
		const bytes = await sharp(await animated('webp'), { animated: true })
			.withExif({ IFD0: { Copyright: PLACE } })
			.webp()
			.toBuffer();
		const { cleaned, width, height } = await inspectFile(bytes);
		expect((await sharp(cleaned!, { animated: true }).metadata()).pages).toBe(3);
		expect([width, height]).toEqual([120, 80]);
		expect(holdsPlace(cleaned)).toBe(false);
	});
});
