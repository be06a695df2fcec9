import { problemDetail } from '#lib/problems/words.ts';
import { AppError } from '#lib/server/app-error.ts';
import { countCodeGuess } from './attempts.ts';
import { isSetUpCode } from './set-up-code.ts';

/** Where a request came from. */
export interface Visitor {
	headers: Headers;
	address: string;
	/** The configured public address. */
	origin: string | null;
}

/**
 * P2: whether a request was made on the machine itself. The name that was asked for must be the machine's too: a proxy
 * in front, or a page elsewhere whose name was pointed here, connects from the machine without being on it. Where a public
 * address is set nobody is: a proxy may be there that tells neither the name nor whom it asks for, as nginx does by default.
 */
export function isOnThisMachine({ headers, address, origin }: Visitor): boolean {
	if (isPublic(origin)) return false;
	if (headers.has('x-forwarded-for') || headers.has('forwarded')) return false;
	return isLoopback(address) && isLoopback(hostName(headers.get('host')));
}

/** P2: lets somebody set up from the machine itself or with the code. Throws `setup.code_wrong` or `request.too_many`. */
export async function requireSetUpAccess(visitor: Visitor, typed: string, code: string): Promise<void> {
	if (isOnThisMachine(visitor)) return;
	if (typed !== '') await countCodeGuess(visitor.address);
	if (!isSetUpCode(typed, code)) {
		throw new AppError('setup.code_wrong', { fields: { code: problemDetail('setup.code_wrong') } });
	}
}

/** Whether the installation has an address that other machines reach it by. */
export function isPublic(origin: string | null): boolean {
	return origin !== null && !isLoopback(new URL(origin).hostname);
}

function isLoopback(address: string): boolean {
	return /^(localhost|(::ffff:)?127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(address);
}

function hostName(host: string | null): string {
	return host?.replace(/:\d+$/, '') ?? '';
}
