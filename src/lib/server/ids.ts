import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new id: 16 letters and digits, 80 random bits. Short, because ids travel in every change to every screen. */
export function newId(): string {
	return lettersOf(randomBytes(16));
}

/** The id that a text always has: what is asked for again under a mutation's own id is the same thing. */
export function idFrom(text: string): string {
	return lettersOf(createHash('sha256').update(text).digest().subarray(0, 16));
}

function lettersOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
}
