import type { FileType } from './attachment.ts';

/** Most characters of a file's name, its extension included. */
export const FILE_NAME_MAX = 200;

/** No extension that people use is longer, its dot included. */
const EXTENSION_MAX = 12;

const FALLBACKS: Record<FileType, string> = {
	'image/png': 'photo.png',
	'image/jpeg': 'photo.jpg',
	'image/webp': 'photo.webp',
	'image/gif': 'photo.gif',
	'application/pdf': 'document.pdf'
};

/** Control characters, broken halves of letters, and what turns the direction of the text around it. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * A2: the name that a file is called by: what was sent, without folders, without characters that nobody sees, at most
 * `FILE_NAME_MAX` characters with the extension kept. Never empty: a file without a name is called after its type.
 */
export function safeFileName(sent: string | undefined, type: FileType): string {
	const last = (sent ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const name = last.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
	return /^\.*$/.test(name) ? FALLBACKS[type] : shortened(name);
}

function shortened(name: string): string {
	const characters = [...name];
	if (characters.length <= FILE_NAME_MAX) return name;
	const dot = characters.lastIndexOf('.');
	const hasExtension = dot > 0 && characters.length - dot <= EXTENSION_MAX;
	const extension = hasExtension ? characters.slice(dot) : [];
	return [...characters.slice(0, FILE_NAME_MAX - extension.length), ...extension].join('');
}
