import { describe, expect, test } from 'vitest';
import { decodeText } from './encoding.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isLittle: boolean) =>
	Uint8Array.from(
		[...`\ufeff${text}`].flatMap((letter) => {
			const code = letter.charCodeAt(0);
			return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
		})
	);
const refusal = (input: Uint8Array) => {
	const read = decodeText(input);
	return read.ok ? null : read.issue;
};

describe('[I5] a file’s text', () => {
	test.each([
		['UTF-8', bytes('Löwe, Ø\n')],
		['UTF-8 with a mark', bytes('\ufeffLöwe, Ø\n')],
		['UTF-16 little-endian', utf16('Löwe, Ø\n', true)],
		['UTF-16 big-endian', utf16('Löwe, Ø\n', false)],
		['lines that end with CRLF', bytes('Löwe, Ø\r\n')],
		['lines that end with CR', bytes('Löwe, Ø\r')]
	])('is read from %s', (_, input) => {
		expect(decodeText(input)).toEqual({ ok: true, text: 'Löwe, Ø\n' });
	});

	test.each([
		['\n', 3],
		['\r\n', 3],
		['\r', 3]
	])('in Windows-1252 is refused by the line of its first stranger (%j)', (end, line) => {
		const input = latin1(['Name', 'Ana', 'Löwe', 'Øre'].join(end));
		expect(refusal(input)).toEqual({
			line,
			column: null,
			message: expect.stringContaining('CSV UTF-8') as string
		});
	});

	test('cut off in the middle of a letter is refused by its last line', () => {
		expect(refusal(bytes('a\nb\nö').subarray(0, 5))).toMatchObject({ line: 3 });
	});

	test.each([
		['empty', bytes('')],
		['only a mark', bytes('\ufeff')],
		['only blank lines', bytes(' \r\n\r\n')]
	])('that is %s is refused as empty', (_, input) => {
		expect(refusal(input)).toMatchObject({ message: 'The file is empty.' });
	});

	test.each([
		['a workbook (xlsx)', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'workbook'],
		['a workbook (xls)', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), 'workbook'],
		['a PDF', bytes('%PDF-1.7'), 'no text file'],
		['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'no text file'],
		['text with a zero byte', bytes('a,b\u0000\n1,2'), 'no text file'],
		['half a letter of UTF-16', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), 'UTF-16']
	])('is not %s', (_, input, words) => {
		expect(refusal(input)?.message).toContain(words);
	});
});
