import { randomBytes } from 'node:crypto';

const PREFIX = 'display_';

/** D1: what a screen is known by: 256 random bits. Only its hash is stored. The prefix tells it from a person's session. */
export function newDisplayToken(): string {
	return `${PREFIX}${randomBytes(32).toString('base64url')}`;
}

export function isDisplayToken(token: string): boolean {
	return token.startsWith(PREFIX);
}
