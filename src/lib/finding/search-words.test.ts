import { describe, expect, it } from 'vitest';
import { phoneDigitsOf } from './search-digits.ts';
import { wordQueries, type TypedWord } from './search-words.ts';

const typed = (word: string, more: Partial<TypedWord> = {}): TypedWord => ({
	word,
	begins: true,
	within: [],
	similar: [],
	...more
});

describe('[L3] the queries of a search', () => {
	it('ask for all words, from the closest match to the loosest', () => {
		expect(wordQueries([typed('rose', { within: ['primrose'] }), typed('ring')])).toEqual({
			whole: "('rose':A) & ('ring':A)",
			begins: "('rose':*A) & ('ring':*A)",
			anywhere: "('rose':*) & ('ring':*)",
			loose: "('rose':* | 'primrose') & ('ring':*)"
		});
	});

	it('guess what was meant only where no word begins as it was typed', () => {
		const wrong = { begins: false, similar: ['ring'] };
		expect(wordQueries([typed('rign', wrong)])?.loose).toBe(
			"('rign':* | 'irgn':* | 'rgin':* | 'ring':* | 'ring')"
		);
		expect(wordQueries([typed('rig', { begins: false })])?.loose).toBe("('rig':*)");
		expect(wordQueries([typed('7946', { begins: false })])?.loose).toBe("('7946':*)");
	});

	it('[J2] know a number with and without its zeros', () => {
		expect(wordQueries([typed('000123')])?.begins).toBe("('000123':*A | '123':*A)");
		expect(wordQueries([typed('000')])?.begins).toBe("('000':*A | '0':*A)");
	});

	it('are none where nothing is a word', () => {
		expect(wordQueries([])).toBeNull();
	});
});

describe('[L3] the digits of a phone number', () => {
	it.each([
		['+44 20 7946', '44207946'],
		['020 7946 0018', '2079460018'],
		['+44 (0)20 7946', '44207946'],
		['0044 20', '4420'],
		['555', '555'],
		['55', null],
		['000', null],
		['diaz 555', null],
		['#000123', null]
	])('of %j are %j', (q, digits) => {
		expect(phoneDigitsOf(q)).toBe(digits);
	});
});
