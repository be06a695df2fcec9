import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { typeOfBytes } from './file-type.ts';

const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#a80' } });
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('[A2] the type is read from the bytes', () => {
	test.each(['png', 'jpeg', 'webp', 'gif'] as const)('%s', async (format) => {
		expect(typeOfBytes(await picture.clone().toFormat(format).toBuffer())).toEqual({
			ok: true,
			type: `image/${format}`
		});
	});

	test.each([
		['%PDF-1.7\n', { ok: true, type: 'application/pdf' }],
		['<svg xmlns="http://www.w3.org/2000/svg"/>', { ok: false, found: 'svg' }],
		['\n <?xml version="1.0"?>\n<!-- by hand -->\n<SVG width="1"/>', { ok: false, found: 'svg' }],
		['\xef\xbb\xbf<!DOCTYPE html><html></html>', { ok: false, found: 'html' }],
		['<!-- hello --><script>alert(1)</script>', { ok: false, found: 'html' }],
		['<html><body><svg></svg></body></html>', { ok: false, found: 'html' }],
		['\0\0\0\x18ftypheic\0\0\0\0', { ok: false, found: 'heic' }],
		['\0\0\0\x1cftypavif\0\0\0\0', { ok: false, found: 'heic' }],
		['\0\0\0\x1cftypmif1\0\0\0\0', { ok: false, found: 'heic' }],
		['\0\0\0\x1cftypisom\0\0\0\0', { ok: false, found: 'unknown' }],
		['<invoice/>', { ok: false, found: 'unknown' }],
		['MZ\x90\0', { ok: false, found: 'unknown' }],
		['RIFF\0\0\0\0WAVE', { ok: false, found: 'unknown' }],
		['BM', { ok: false, found: 'unknown' }],
		['%PDF', { ok: false, found: 'unknown' }],
		['', { ok: false, found: 'unknown' }]
	])('%j', (text, seen) => {
		expect(typeOfBytes(bytes(text))).toEqual(seen);
	});
});
