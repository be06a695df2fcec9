import { expect, test } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { pathId } from './path-id.ts';

test('an id of ours is one', () => {
	const id = newId();
	expect(pathId(id, 'not_found')).toBe(id);
});

test.each(['', '\u0000', 'a\u0000', 'a b', "1'--", '../x', 'x'.repeat(41), 'é', 'a\n'])(
	'%j names nothing',
	(text) => {
		expect(() => pathId(text, 'attachment.not_found')).toThrow(
			expect.objectContaining({ code: 'attachment.not_found' })
		);
	}
);
