import { hash, verify, type Options } from '@node-rs/argon2';
import { createTurns } from './turns.ts';

/** argon2id (the library's default), with the first of OWASP's recommended settings: 19 MiB, two passes, one lane. */
export const HASHING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;

/** The hash of a password that nobody has: verifying it takes as long as verifying a real one. */
export const NOBODYS_HASH =
	'$argon2id$v=19$m=19456,t=2,p=1$GXpwUBgWZAOhnf0ZCI8bzw$Rz5NSbJCEcOiR5YoF88iHJn0DvYZ0P4a0DaeJNv0ctM';

/**
 * Passwords checked at once: a thread and 19 MiB each. Fewer than the failures forgiven, so that right guesses made
 * together all count as right.
 */
export const inTurn = createTurns(4);

/** P3: the hash that is stored for a password. */
export function hashPassword(password: string): Promise<string> {
	return hash(oneForm(password), HASHING);
}

/** P3: whether a password is the one that was hashed. Takes tens of milliseconds, and 19 MiB while it does. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
	return verify(passwordHash, oneForm(password));
}

/** Keyboards differ in how they compose letters; the person typed the same password on each. */
function oneForm(password: string): string {
	return password.normalize('NFKC');
}
