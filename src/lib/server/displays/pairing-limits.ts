import { RateLimiterMemory } from 'rate-limiter-flexible';
import { consume, networkOf } from '#lib/server/people/attempts.ts';

/** What the screens of one network may ask for while they wait, in each window of seconds. Each node counts on its own. */
export const WAITING = { codes: 60, codeWindow: 10 * 60, looks: 1_200, lookWindow: 60 } as const;

const codes = new RateLimiterMemory({
	points: WAITING.codes,
	duration: WAITING.codeWindow,
	keyPrefix: 'codes'
});
const looks = new RateLimiterMemory({
	points: WAITING.looks,
	duration: WAITING.lookWindow,
	keyPrefix: 'looks'
});

/** D1: a screen asks for a code. Throws `request.too_many`. */
export function countCode(address: string): Promise<void> {
	return consume(codes, networkOf(address));
}

/** D1: a screen asks whether it was paired. Throws `request.too_many`. */
export function countLook(address: string): Promise<void> {
	return consume(looks, networkOf(address));
}
