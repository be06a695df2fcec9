import { describe, expect, test } from 'vitest';
import type { Terminal } from '#lib/realtime/protocol.ts';
import { heldCards, NOTHING_HELD } from './held-cards.ts';
import { hereWords, lookingWords } from './presence-messages.ts';
import { namesLookingAt, othersHere } from './who-is-here.ts';

let count = 0;
function terminal(of: string, more: Partial<Terminal> = {}): Terminal {
	return { id: `${++count}`, of, name: of, kind: 'person', since: '', ...more };
}

describe('[P4] who is here', () => {
	test('is everybody else, once each, and no display', () => {
		const terminals = [
			terminal('ben'),
			terminal('me'),
			terminal('wall', { kind: 'display' }),
			terminal('ana'),
			terminal('ben', { looking: 7 }),
			terminal('ben')
		];
		expect(othersHere(terminals, 'me')).toMatchObject([{ of: 'ben', looking: 7 }, { of: 'ana' }]);
		expect(othersHere([], 'me')).toEqual([]);
	});

	test('names everybody else at one job once', () => {
		const terminals = [
			terminal('me', { looking: 7 }),
			terminal('ben', { looking: 7 }),
			terminal('ben', { looking: 7 }),
			terminal('ana', { looking: 8 })
		];
		expect(namesLookingAt(7, terminals, 'me')).toEqual(['ben']);
		expect(namesLookingAt(9, terminals, 'me')).toEqual([]);
	});

	test.each([
		[[], ''],
		[['Ana'], 'Ana is looking at this'],
		[['Ana', 'Ben'], 'Ana and Ben are looking at this'],
		[['Ana', 'Ben', 'Cy'], 'Ana and 2 others are looking at this']
	])('says who is looking: %j', (names, words) => {
		expect(lookingWords(names)).toBe(words);
	});

	test('says what somebody is looking at', () => {
		expect(hereWords(terminal('Ana'))).toBe('Ana');
		expect(hereWords(terminal('Ana', { looking: 7 }))).toBe('Ana, looking at #000007');
	});
});

describe('[P4] cards in the hands of others', () => {
	test('are marked with whose hand it is, and own ones are not', () => {
		const terminals = [terminal('me', { dragging: 1 }), terminal('ben', { dragging: 2 }), terminal('ana')];
		expect([...heldCards(terminals, 'me', NOTHING_HELD)]).toEqual([[2, { kind: 'held', by: 'ben' }]]);
	});

	test('stay the same objects while nothing about them changes', () => {
		const before = heldCards([terminal('ben', { dragging: 2 })], 'me', NOTHING_HELD);
		expect(heldCards([terminal('ana'), terminal('ben', { dragging: 2 })], 'me', before)).toBe(before);
		const both = heldCards(
			[terminal('ana', { dragging: 3 }), terminal('ben', { dragging: 2 })],
			'me',
			before
		);
		expect(both.get(2)).toBe(before.get(2));
		expect(heldCards([terminal('ana')], 'me', both)).toEqual(NOTHING_HELD);
		expect(heldCards([], 'me', NOTHING_HELD)).toBe(NOTHING_HELD);
	});
});
