import { describe, expect, it } from 'vitest';
import { imagesOf, keepKnown, ofKind } from './attachment-list.ts';
import type { Attachment } from './attachment.ts';

function file(id: string, more: Partial<Attachment> = {}): Attachment {
	return {
		id,
		kind: 'inspiration',
		fileName: `${id}.jpg`,
		contentType: 'image/jpeg',
		bytes: 1,
		width: 4,
		height: 3,
		caption: null,
		by: null,
		createdAt: '2026-03-02T10:00:00.000Z',
		...more
	};
}

describe('the files of a card', () => {
	it('[A1] are those of its kind, newest first', () => {
		const old = file('old', { createdAt: '2026-03-01T23:59:59.999Z' });
		const list = [old, file('drawn', { kind: 'drawing' }), file('new')];
		expect(ofKind(list, 'inspiration').map(({ id }) => id)).toEqual(['new', 'old']);
	});

	it('[A4] the large view goes through pictures only', () => {
		const list = [file('quote', { contentType: 'application/pdf' }), file('ring')];
		expect(imagesOf(list).map(({ id }) => id)).toEqual(['ring']);
	});
});

describe('a list that is read again', () => {
	it('is the same when nothing has changed', () => {
		const known = [file('a'), file('b')];
		expect(keepKnown(known, [file('a'), file('b')])).toBe(known);
	});

	it('keeps what is known, and takes what is new, changed, gone or in another order', () => {
		const [a, b, c] = [file('a'), file('b'), file('c')];
		const changed = file('c', { caption: 'From above' });
		const read = keepKnown([a, b, c], [file('d'), file('b'), changed]);
		expect(read.map(({ id }) => id)).toEqual(['d', 'b', 'c']);
		expect(read[1]).toBe(b);
		expect(read[2]).toBe(changed);
		expect(keepKnown([a, b], [file('b'), file('a')])).toEqual([b, a]);
	});
});
