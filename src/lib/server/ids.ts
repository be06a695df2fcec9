import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new id: 16 letters and digits, 80 random bits. Short, because ids travel in every change to every screen. */
export function newId(): string {
	return Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31]).join('');
}
