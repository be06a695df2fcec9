import { generateKeyBetween } from 'fractional-indexing';

/**
 * A place in an order, as a string that sorts by code unit (`collate "C"` in the database).
 *
 * A rank is a path of one or more integers in the self-delimiting notation of `fractional-indexing`
 * ("a0", "a1", …, "Zz" before "a0"). No integer is a prefix of another, so paths compare part by part and a
 * path sorts directly before everything that extends it. Plain fractions would do for a few drops, but halve
 * their gap with each insertion at one spot and grow without bound; counting up or down inside the gap grows
 * with the logarithm instead.
 */
export type Rank = string;

/** The first rank of an empty order. */
export const FIRST_RANK: Rank = generateKeyBetween(null, null);

/**
 * Returns a rank strictly between two others; `null` stands for the open end on that side.
 * Throws when `above` does not sort before `below`.
 */
export function rankBetween(above: Rank | null, below: Rank | null): Rank {
	if (above === null) return below === null ? FIRST_RANK : previous(head(below));
	if (below === null) return next(head(above));
	if (above >= below) throw new Error(`No rank between ${above} and ${below}`);
	if (below.startsWith(above)) return above + previous(head(below.slice(above.length)));
	return betweenSiblings(above, below);
}

function betweenSiblings(above: Rank, below: Rank): Rank {
	const shared = sharedLength(above, below);
	const part = head(above.slice(shared));
	const stepped = next(part);
	if (stepped < head(below.slice(shared))) return above.slice(0, shared) + stepped;
	const kept = above.slice(0, shared + part.length);
	const rest = above.slice(kept.length);
	return kept + (rest === '' ? FIRST_RANK : next(head(rest)));
}

/** How many characters the leading parts that both ranks share take up. */
function sharedLength(a: Rank, b: Rank): number {
	let length = 0;
	for (;;) {
		const part = head(a.slice(length));
		if (part === '' || part !== head(b.slice(length))) return length;
		length += part.length;
	}
}

/** The first integer of a path; its first letter tells how long it is (a…z: 2…27, Z…A: 2…27). */
function head(rank: Rank): Rank {
	const code = rank.charCodeAt(0);
	if (Number.isNaN(code)) return '';
	return rank.slice(0, code >= 97 ? code - 95 : 92 - code);
}

const next = (part: Rank): Rank => generateKeyBetween(part, null);
const previous = (part: Rank): Rank => generateKeyBetween(null, part);
