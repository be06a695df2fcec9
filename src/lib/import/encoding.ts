import type { Issue } from './issue.ts';
import { BINARY_FILE, EMPTY_FILE, NOT_UTF8, NOT_UTF16, SPREADSHEET_FILE } from './messages.ts';

export type Decoded = { ok: true; text: string } | { ok: false; issue: Issue };

/**
 * The text of a file: UTF-8, or UTF-16 that says so in its first two bytes. Line ends become "\n". Refuses what is no text,
 * and other encodings by the line of the first byte that gives them away: guessing would turn "Löwe" into "LÃ¶we".
 */
export function decodeText(bytes: Uint8Array): Decoded {
	const stranger = strangerWords(bytes);
	if (stranger) return refuse(stranger);
	const encoding = utf16Of(bytes) ?? 'utf-8';
	const text = decode(bytes, encoding);
	if (text === null) return encoding === 'utf-8' ? refuse(NOT_UTF8, firstBadLine(bytes)) : refuse(NOT_UTF16);
	if (text.includes('\u0000')) return refuse(BINARY_FILE);
	const lines = text.replace(/\r\n?/g, '\n');
	return lines.trim() === '' ? refuse(EMPTY_FILE) : { ok: true, text: lines };
}

const SIGNATURES: [bytes: number[], words: string][] = [
	[[0x50, 0x4b, 0x03, 0x04], SPREADSHEET_FILE],
	[[0xd0, 0xcf, 0x11, 0xe0], SPREADSHEET_FILE],
	[[0x25, 0x50, 0x44, 0x46], BINARY_FILE]
];

/** What to say about a file that is no text, whatever its name says. */
function strangerWords(bytes: Uint8Array): string | null {
	for (const [signature, words] of SIGNATURES) if (startsWith(bytes, signature)) return words;
	return utf16Of(bytes) === null && bytes.includes(0) ? BINARY_FILE : null;
}

function utf16Of(bytes: Uint8Array): string | null {
	if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
	return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
	return signature.every((byte, index) => bytes[index] === byte);
}

/** Takes the mark of the byte order away with it. */
function decode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** No letter of UTF-8 contains the byte of a line end, so each line can be tried by itself. */
function firstBadLine(bytes: Uint8Array): number {
	let line = 1;
	let start = 0;
	for (let index = 0; index < bytes.length; index++) {
		const isEnd =
			bytes[index] === LINE_FEED || (bytes[index] === CARRIAGE_RETURN && bytes[index + 1] !== LINE_FEED);
		if (!isEnd) continue;
		if (decode(bytes.subarray(start, index), 'utf-8') === null) return line;
		start = index + 1;
		line++;
	}
	return line;
}

function refuse(message: string, line: number | null = null): Decoded {
	return { ok: false, issue: { line, column: null, message } };
}
