import type { Contact } from './contact.ts';

/** Fewer digits than a telephone number has anywhere, with its area code left out: these prove nothing. */
const ENOUGH_DIGITS = 7;

/** How a contact is reached, as it is being typed. */
export interface Reach {
	phone?: string | null | undefined;
	email?: string | null | undefined;
}

export type ReachKind = 'phone' | 'email';

/**
 * By what a contact is reached exactly as somebody else is; `null` when by nothing. Numbers are the same when one ends in
 * the other: with and without the country's code.
 */
export function sameReach(contact: Pick<Contact, ReachKind>, { phone, email }: Reach): ReachKind | null {
	if (isSameNumber(digitsOf(contact.phone), digitsOf(phone))) return 'phone';
	const address = email?.trim().toLowerCase();
	return address && contact.email?.toLowerCase() === address ? 'email' : null;
}

/** What to search for, to find who is reached like this: each of them finds some who are not. */
export function reachQueries({ phone, email }: Reach): string[] {
	const digits = digitsOf(phone);
	const address = email?.trim() ?? '';
	return [
		...(digits.length >= ENOUGH_DIGITS ? [digits.slice(-ENOUGH_DIGITS)] : []),
		...(/.@.+\../.test(address) ? [address] : [])
	];
}

function isSameNumber(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return short.length >= ENOUGH_DIGITS && long.endsWith(short);
}

function digitsOf(phone: string | null | undefined): string {
	return (phone ?? '').replace(/\D/g, '');
}
