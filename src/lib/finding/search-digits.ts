/** Fewer digits of a phone number find too many. */
const FEWEST_DIGITS = 3;

/**
 * L3: the digits of a phone number that a search may be part of; `null` for anything else. The zeros in front go: they
 * stand for the country or the city, and "020 7946" is written "+44 20 7946" elsewhere.
 */
export function phoneDigitsOf(q: string): string | null {
	if (!/^[+\d\s()./-]+$/.test(q)) return null;
	const digits = q.replace(/\(0\)|\D/g, '').replace(/^0+/, '');
	return digits.length >= FEWEST_DIGITS ? digits : null;
}
