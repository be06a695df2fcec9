import { crc32, deflateSync, gzipSync } from 'node:zlib';

/** So many bytes of nothing, which pack into a thousandth of them. */
const ZEROS = Buffer.alloc(256 * 1024 * 1024);
let packed: Buffer | undefined;
const packedZeros = () => (packed ??= deflateSync(ZEROS, { level: 1 }));

function chunk(type: string, data: Uint8Array): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}

/** A PNG of gray pixels that claims a size, with chunks before its pixels. */
export function pngOf(
	width: number,
	height: number,
	pixels: Uint8Array,
	before: readonly Buffer[] = []
): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = 8;
	const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
	return Buffer.concat([
		signature,
		chunk('IHDR', head),
		...before,
		chunk('IDAT', pixels),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** A whole picture of 10 × 10 pixels. */
const SMALL = deflateSync(Buffer.alloc(110));
const text = (value: string) => Buffer.from(value, 'latin1');

/** Few bytes that want to be many: whether they are refused or kept, nothing may come of them but an answer. */
export const BOMBS: readonly [name: string, make: () => Buffer][] = [
	['a PNG of 100,000 × 100,000 pixels in 70 bytes', () => pngOf(100_000, 100_000, SMALL)],
	['a PNG of 2³¹ × 2³¹ pixels', () => pngOf(2 ** 31 - 1, 2 ** 31 - 1, SMALL)],
	['a PNG of no pixels', () => pngOf(0, 0, SMALL)],
	[
		'a PNG that is one pixel high and very wide',
		() => pngOf(40_000_000, 1, deflateSync(Buffer.alloc(40_000_001)))
	],
	[
		'a PNG of 49 megapixels in a few kilobytes',
		() => pngOf(7_000, 7_000, deflateSync(Buffer.alloc(7_001 * 7_000)))
	],
	['a PNG whose pixels go on for 256 MB', () => pngOf(10, 10, packedZeros())],
	[
		'a PNG with 256 MB of compressed text',
		() => pngOf(10, 10, SMALL, [chunk('zTXt', Buffer.concat([text('a\0\0'), packedZeros()]))])
	],
	[
		'a PNG with a color profile of 256 MB',
		() => pngOf(10, 10, SMALL, [chunk('iCCP', Buffer.concat([text('a\0\0'), packedZeros()]))])
	],
	[
		'a PNG with 100,000 chunks',
		() =>
			pngOf(
				10,
				10,
				SMALL,
				Array.from({ length: 100_000 }, () => chunk('tEXt', text('a\0b')))
			)
	],
	['a JPEG of 65,500 × 65,500 pixels', () => Buffer.concat([jpegHead(65_500, 65_500), Buffer.alloc(2_000)])],
	['a GIF that claims a screen of 65,535 × 65,535', () => gif(65_535, 65_535, 1)],
	['a GIF of 200,000 frames', () => gif(2, 2, 200_000)],
	['a WebP that claims a canvas of 16,384 × 16,384', () => webp(16_384, 16_384)],
	['256 MB of nothing, gzipped', () => gzipSync(ZEROS, { level: 1 })],
	['an XML of entities that multiply', () => Buffer.from(laughter())]
];

function jpegHead(width: number, height: number): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt16BE(height, 0);
	size.writeUInt16BE(width, 2);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8]),
		size,
		Buffer.from([1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0])
	]);
}

function gif(width: number, height: number, frames: number): Buffer {
	const screen = Buffer.alloc(7);
	screen.writeUInt16LE(width, 0);
	screen.writeUInt16LE(height, 2);
	screen[4] = 0x80;
	const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
	const colors = Buffer.from([0, 0, 0, 255, 255, 255]);
	return Buffer.concat([
		text('GIF89a'),
		screen,
		colors,
		...Array.from({ length: frames }, () => frame),
		Buffer.from([0x3b])
	]);
}

function webp(width: number, height: number): Buffer {
	const canvas = Buffer.alloc(10);
	canvas[0] = 2;
	canvas.writeUIntLE(width - 1, 4, 3);
	canvas.writeUIntLE(height - 1, 7, 3);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(10);
	const body = Buffer.concat([text('WEBPVP8X'), length, canvas]);
	const size = Buffer.alloc(4);
	size.writeUInt32LE(body.length);
	return Buffer.concat([text('RIFF'), size, body]);
}

function laughter(): string {
	const entities = Array.from(
		{ length: 9 },
		(_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`
	);
	return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${entities.join('')}]><svg>&l9;</svg>`;
}
