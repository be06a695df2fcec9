import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#lib/server/app-error.ts';

/** Failures that are forgiven within the window, and the window, in seconds. Each node counts on its own. */
export const ATTEMPTS = { pair: 10, account: 30, address: 100, window: 15 * 60 } as const;

const perPair = limiter(ATTEMPTS.pair);
const perAccount = limiter(ATTEMPTS.account);
const perAddress = limiter(ATTEMPTS.address);
const perPerson = limiter(ATTEMPTS.pair);
const perLinkNetwork = limiter(ATTEMPTS.account);

/**
 * P3: counts a guess before it is tried, so that guesses made at the same moment count too. Throws `request.too_many`.
 * The returned function takes the guess back: it was right. Narrow limits are asked first, so that one address alone
 * locks nobody else's account.
 */
export async function countAttempt(account: string, address: string): Promise<() => Promise<void>> {
	const network = networkOf(address);
	const pair = `${network} ${account}`;
	await refuseWhenSpent(perAddress, network);
	await consume(perPair, pair);
	await consume(perAccount, account);
	await consume(perAddress, network);
	return async () => {
		await perPair.delete(pair);
		await perAccount.reward(account);
		await perAddress.reward(network);
	};
}

/** P2: the same for guesses at the set-up code, from anywhere. */
export async function countCodeGuess(address: string): Promise<void> {
	await consume(perPair, `${networkOf(address)} set-up`);
	await consume(perAddress, 'set-up');
}

/**
 * P3: the same for whoever is signed in and says their password once more. The returned function forgives the wrong ones
 * before the right one.
 */
export async function countPasswordGuess(personId: string): Promise<() => Promise<void>> {
	await consume(perPerson, personId);
	return async () => {
		await perPerson.delete(personId);
	};
}

/** P3: the same for links, by network. The returned function takes it back: the link led somewhere. */
export async function countLinkTry(address: string): Promise<() => Promise<void>> {
	const network = networkOf(address);
	await consume(perLinkNetwork, network);
	return async () => {
		await perLinkNetwork.reward(network);
	};
}

/** Whoever has an IPv6 network has all of its addresses: the first half stands for it. */
export function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	if (!plain.includes(':')) return plain;
	const [head = '', tail] = plain.split('::');
	const groups = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0');
	return [...groups, ...zeros, ...after].slice(0, 4).join(':');
}

function limiter(points: number): RateLimiterMemory {
	return new RateLimiterMemory({ points, duration: ATTEMPTS.window });
}

/** Counts one against a limit; throws `request.too_many` when it is spent. */
export async function consume(limit: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limit.consume(key);
	} catch (error) {
		throw error instanceof RateLimiterRes ? tooMany(error) : error;
	}
}

/** Asked before anything is remembered about the accounts that a busy address tries. */
async function refuseWhenSpent(limit: RateLimiterMemory, key: string): Promise<void> {
	const spent = await limit.get(key);
	if (spent && spent.consumedPoints >= limit.points) throw tooMany(spent);
}

/** The refusal of whoever has spent a limit, with the seconds after which another try is worth it. */
export function tooMany({ msBeforeNext }: RateLimiterRes): AppError {
	return new AppError('request.too_many', { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
}
