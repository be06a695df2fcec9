import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 letters and digits that nobody mistakes for one another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** P2: a one-time code, 40 random bits, in two groups: `K7QF-2MXA`. */
export function newSetUpCode(): string {
	const letters = Array.from(randomBytes(8), (byte) => ALPHABET.charAt(byte & 31)).join('');
	return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Whether a typed code is the right one; the time taken tells nothing. Case, spaces and dashes do not matter. */
export function isSetUpCode(typed: string, code: string): boolean {
	return timingSafeEqual(digest(typed), digest(code));
}

function digest(code: string): Buffer {
	const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
	return createHash('sha256').update(plain).digest();
}
