import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILE_TYPES } from './attachment.ts';
import { FILE_NAME_MAX, safeFileName } from './file-name.ts';

describe('[A2] a file’s name', () => {
	test.each([
		['ring.jpg', 'ring.jpg'],
		['Ring für Anna (2).jpg', 'Ring für Anna (2).jpg'],
		['指輪.png', '指輪.png'],
		['../../etc/passwd', 'passwd'],
		['..\\..\\windows\\win.ini', 'win.ini'],
		['C:\\fakepath\\ring.jpg', 'ring.jpg'],
		['/ring.jpg', 'ring.jpg'],
		['ring\u0000.jpg', 'ring.jpg'],
		['a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie: x=1.jpg'],
		['ring\u202egpj.exe', 'ringgpj.exe'],
		['\u2066ring\u2069\u200f\u200e\u061c.jpg', 'ring.jpg'],
		['  ring   of \t gold.jpg ', 'ring of gold.jpg'],
		['u\u0308ber.jpg', 'über.jpg'],
		['half\ud800.jpg', 'half.jpg'],
		['.htaccess', '.htaccess'],
		['ring', 'ring']
	])('%j is kept as %j', (sent, name) => {
		expect(safeFileName(sent, 'image/jpeg')).toBe(name);
	});

	test.each([undefined, '', ' ', '.', '..', '...', 'folder/', '\u202e', '../..'])(
		'that is %j becomes one by its type',
		(sent) => {
			expect(safeFileName(sent, 'image/jpeg')).toBe('photo.jpg');
			expect(safeFileName(sent, 'application/pdf')).toBe('document.pdf');
		}
	);

	test('is at most 200 characters long and keeps its extension', () => {
		const name = safeFileName(`${'ü'.repeat(300)}.jpeg`, 'image/jpeg');
		expect([...name]).toHaveLength(FILE_NAME_MAX);
		expect(name).toMatch(/ü\.jpeg$/);
		expect([...safeFileName('💍'.repeat(300), 'image/png')]).toHaveLength(FILE_NAME_MAX);
		expect(safeFileName(`ring.${'x'.repeat(300)}`, 'image/png')).toHaveLength(FILE_NAME_MAX);
	});

	test('is safe whatever was sent, and stays as it is when sent again', () => {
		const anything = fc.string({ unit: 'binary', maxLength: 260 });
		fc.assert(
			fc.property(anything, fc.constantFrom(...FILE_TYPES), (sent, type) => {
				const name = safeFileName(sent, type);
				expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
				expect(name).not.toMatch(/^\.*$/);
				expect([...name].length).toBeLessThanOrEqual(FILE_NAME_MAX);
				expect(safeFileName(name, type)).toBe(name);
			})
		);
	});
});
