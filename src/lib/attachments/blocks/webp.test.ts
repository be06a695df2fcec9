import { expect, test } from 'vitest';
import { lookIntoWebp } from './webp.ts';

/** A chunk whose content is given; its size is even. */
function chunk(name: string, content: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.write(name, 'latin1');
	head.writeUInt32LE(content.length, 4);
	return Buffer.concat([head, content]);
}

const frame = (content: Buffer) => chunk('ANMF', Buffer.concat([Buffer.alloc(16), content]));

function webp(content: Buffer): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt32LE(content.length + 4);
	return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), content]);
}

test('[A2] frames within frames are looked into once, however deep they go', () => {
	const sizes = Array.from({ length: 60_000 }, (_, depth) => 16 + depth * 24).reverse();
	const heads = sizes.map((size) => {
		const head = Buffer.alloc(24);
		head.write('ANMF', 'latin1');
		head.writeUInt32LE(size, 4);
		return head;
	});
	expect(lookIntoWebp(webp(Buffer.concat(heads)))).toBe('more');
	expect(lookIntoWebp(webp(frame(chunk('VP8L', Buffer.alloc(4)))))).toBe('plain');
});
