import type { ProblemFacts } from '#lib/problems/problem.ts';
import type { FileType } from './attachment.ts';

/** What the bytes of a file say that it is. */
export type SeenType =
	{ ok: true; type: FileType } | { ok: false; found: NonNullable<ProblemFacts['found']> };

/** Bytes in which a mark-up file names its root. */
const HEAD = 4096;

/** The brands of HEIF files: HEIC, AVIF and their sequences. */
const HEIF = /^(hei[cxms]|hev[cxms]|mif[12]|msf1|avi[fs])$/;

const HTML = /<(!doctype html|html|head|body|script|title|iframe|meta)\b/;

/** A2: what a file is, by its bytes alone. Whether all of it is there and sound is a question for `lookInto` and the decoder. */
export function typeOfBytes(bytes: Uint8Array): SeenType {
	const type = acceptedType(bytes);
	return type ? { ok: true, type } : { ok: false, found: refusedType(bytes) };
}

function acceptedType(bytes: Uint8Array): FileType | null {
	if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
	if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
	if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp';
	if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'image/gif';
	return /^%PDF-\d/.test(text(bytes, 0, 6)) ? 'application/pdf' : null;
}

function refusedType(bytes: Uint8Array): NonNullable<ProblemFacts['found']> {
	if (text(bytes, 4, 8) === 'ftyp' && HEIF.test(text(bytes, 8, 12))) return 'heic';
	const head = text(bytes, 0, HEAD)
		.toLowerCase()
		.replace(/^(\xef\xbb\xbf)?\s*/, '');
	if (!head.startsWith('<')) return 'unknown';
	const svg = head.indexOf('<svg');
	const html = head.search(HTML);
	if (svg >= 0 && (html < 0 || svg < html)) return 'svg';
	return html >= 0 ? 'html' : 'unknown';
}

/** Bytes as Latin-1 text, so that a character is a byte. */
function text(bytes: Uint8Array, from: number, to: number): string {
	return String.fromCharCode(...bytes.subarray(from, to));
}
