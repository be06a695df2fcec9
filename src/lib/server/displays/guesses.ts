import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '#lib/people/actor.ts';
import { networkOf, tooMany } from '#lib/server/people/attempts.ts';

/**
 * D1: wrong codes that are forgiven within the window, in seconds, and how long it is locked afterwards: a quarter of an
 * hour, and four times as long with each lock of a day. Each node counts on its own.
 */
export const GUESSES = {
	admin: 10,
	shop: 20,
	network: 30,
	window: 15 * 60,
	lock: 15 * 60,
	longestLock: 24 * 60 * 60
} as const;

const perAdmin = limiter('admin', GUESSES.admin);
const perShop = limiter('shop', GUESSES.shop);
const perNetwork = limiter('network', GUESSES.network);
const locks = limiter('locks', Number.MAX_SAFE_INTEGER, GUESSES.longestLock);

/**
 * D1: counts a guess at a screen's code before it is tried, so that guesses made at the same moment count too. Throws
 * `request.too_many`. The returned function takes this one guess back: it was right. It forgives no others, since whoever
 * guesses may have a screen of their own.
 */
export async function countGuess({ shopId, id }: Actor, address: string): Promise<() => Promise<void>> {
	const counted = [
		[perAdmin, `${shopId} ${id}`],
		[perShop, shopId],
		[perNetwork, networkOf(address)]
	] as const;
	// Whoever is kept out by what others have guessed is not counted for it.
	for (const [limit, key] of counted) await refuseWhenLocked(limit, key);
	for (const [limit, key] of counted) await consume(limit, key);
	return async () => {
		for (const [limit, key] of counted) await takeBack(limit, key);
	};
}

async function refuseWhenLocked(limit: RateLimiterMemory, key: string): Promise<void> {
	const spent = await limit.get(key);
	if (spent && spent.consumedPoints > limit.points) throw tooMany(spent);
}

/** Unless others have locked it meanwhile. */
async function takeBack(limit: RateLimiterMemory, key: string): Promise<void> {
	const counted = await limit.get(key);
	if (counted && counted.consumedPoints <= limit.points) await limit.reward(key);
}

async function consume(limit: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limit.consume(key);
	} catch (spent) {
		if (!(spent instanceof RateLimiterRes)) throw spent;
		const isFirst = spent.consumedPoints === limit.points + 1;
		throw tooMany(isFirst ? await lock(limit, key) : spent);
	}
}

async function lock(limit: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
	const { consumedPoints: times } = await locks.penalty(`${limit.keyPrefix} ${key}`);
	const seconds = Math.min(GUESSES.longestLock, GUESSES.lock * 4 ** (times - 1));
	return limit.block(key, seconds);
}

function limiter(keyPrefix: string, points: number, duration: number = GUESSES.window): RateLimiterMemory {
	return new RateLimiterMemory({ keyPrefix, points, duration });
}
