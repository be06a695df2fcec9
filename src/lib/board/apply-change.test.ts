import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#lib/realtime/protocol.ts';
import { applyChanges, reconcile, type BoardState } from './apply-change.ts';
import type { Card } from './card.ts';

const AT = '2026-03-09T15:00:00.000Z';

function cardOf(number: number, version: number, over: Partial<Card> = {}): Card {
	return {
		number,
		type: 'repair',
		status: 'QN',
		rank: 'a0',
		version,
		title: null,
		customer: 'Maria Gomez',
		salesperson: { id: 'ana', name: 'Ana', initials: 'A' },
		jeweler: null,
		vendor: null,
		promisedOn: '2026-04-01',
		statusSince: AT,
		rush: false,
		location: null,
		hold: null,
		cover: null,
		images: 0,
		documents: 0,
		createdAt: AT,
		...over
	};
}

const stateOf = (version: number, ...cards: Card[]): BoardState => ({
	version,
	cards: new Map(cards.map((card) => [card.number, card]))
});
const change = (version: number, number: number, over: Partial<Change>): Change => ({
	version,
	at: AT,
	by: null,
	number,
	kind: 'edited',
	...over
});
const moved = (version: number, number: number) =>
	change(version, number, { kind: 'moved', set: { status: 'IP', version } });

describe('[C1] a board', () => {
	const state = stateOf(10, cardOf(1, 3), cardOf(2, 10));

	it('applies what comes next, to the card that it concerns only', () => {
		const { state: after, gap } = applyChanges(state, [moved(11, 1)]);
		expect(gap).toBe(false);
		expect(after.version).toBe(11);
		expect(after.cards.get(1)).toEqual(cardOf(1, 11, { status: 'IP' }));
		expect(after.cards.get(2)).toBe(state.cards.get(2));
	});

	it('leaves the state that it was given as it was', () => {
		applyChanges(state, [moved(11, 1), change(12, 2, { gone: true })]);
		expect(state).toEqual(stateOf(10, cardOf(1, 3), cardOf(2, 10)));
	});

	it('skips what it has', () => {
		expect(applyChanges(state, [moved(9, 1), moved(10, 2)])).toEqual({ state, gap: false });
		expect(applyChanges(state, [moved(10, 2)]).state).toBe(state);
		expect(applyChanges(state, []).state).toBe(state);
	});

	it('tells a gap and applies nothing behind it', () => {
		expect(applyChanges(state, [moved(12, 1)])).toEqual({ state, gap: true });
		const { state: after, gap } = applyChanges(state, [moved(11, 1), moved(13, 2)]);
		expect([gap, after.version, after.cards.get(2)]).toEqual([true, 11, state.cards.get(2)]);
	});

	it('takes a card in, lets it go, and takes it in again', () => {
		const enter = (version: number) => change(version, 3, { kind: 'created', set: cardOf(3, version) });
		const entered = applyChanges(state, [enter(11)]).state;
		expect(entered.cards.get(3)).toEqual(cardOf(3, 11));
		const left = applyChanges(entered, [change(12, 3, { kind: 'closed', gone: true })]).state;
		expect(left.cards.has(3)).toBe(false);
		expect(applyChanges(left, [enter(13)]).state.cards.get(3)).toEqual(cardOf(3, 13));
	});

	it('goes on past changes that say nothing about a card that it shows', () => {
		const quiet = [moved(11, 99), change(12, 1, {}), change(13, 98, { kind: 'deleted', gone: true })];
		const { state: after, gap } = applyChanges(state, quiet);
		expect([gap, after.version, after.cards]).toEqual([false, 13, state.cards]);
	});
});

/** Turns dice into a log without gaps, and the board as it stands after each version. */
function logOf(dice: { number: number; what: number }[]): { log: Change[]; boards: Map<number, Card>[] } {
	const boards = [new Map<number, Card>()];
	const log = dice.map(({ number, what }, index): Change => {
		const version = index + 1;
		const board = new Map(boards[index]);
		const known = board.get(number);
		const set = { version, title: `Title ${version}`, images: what };
		boards.push(board);
		if (known && what === 0) {
			board.delete(number);
			return change(version, number, { kind: 'closed', gone: true });
		}
		const card = known ? { ...known, ...set } : cardOf(number, version);
		board.set(number, card);
		return change(version, number, known ? { set } : { kind: 'created', set: card });
	});
	return { log, boards };
}

const dice = fc.array(fc.record({ number: fc.integer({ min: 1, max: 6 }), what: fc.nat(4) }), {
	maxLength: 40
});
const logs = dice.map(logOf);
/** A log, and pieces of it as a bad network delivers them: any part, doubled, in any order. */
const deliveries = logs.chain(({ log, boards }) => {
	const piece = fc
		.tuple(fc.nat(log.length), fc.nat(12))
		.map(([start, size]) => log.slice(start, start + size));
	const scrambled = fc.tuple(fc.shuffledSubarray(log), fc.shuffledSubarray(log)).map((parts) => parts.flat());
	return fc.record({
		log: fc.constant(log),
		boards: fc.constant(boards),
		batches: fc.array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: scrambled }), {
			maxLength: 30
		})
	});
});

describe('[C1] whatever is lost, doubled, delayed or out of order', () => {
	it('a board is always the board of its version, and never goes back', () => {
		fc.assert(
			fc.property(deliveries, ({ log, boards, batches }) => {
				let state = stateOf(0);
				for (const batch of batches) {
					const { state: after, gap } = applyChanges(state, batch);
					expect(after.version).toBeGreaterThanOrEqual(state.version);
					expect(after.cards).toEqual(boards[after.version]);
					expect(gap).toBe(batch.some(({ version }) => version > after.version));
					state = after;
				}
				const caughtUp = applyChanges(state, log.slice(state.version));
				expect(caughtUp).toEqual({ state: { version: log.length, cards: boards[log.length] }, gap: false });
			}),
			{ numRuns: 500 }
		);
	});

	it('how a log is cut makes no difference', () => {
		fc.assert(
			fc.property(logs, fc.array(fc.integer({ min: 1, max: 9 })), ({ log, boards }, sizes) => {
				let state = stateOf(0);
				for (const size of [...sizes, log.length]) {
					const answer = applyChanges(state, log.slice(state.version, state.version + size));
					expect(answer.gap).toBe(false);
					state = answer.state;
				}
				expect(state).toEqual({ version: log.length, cards: boards[log.length] });
			})
		);
	});
});

describe('[C4] a snapshot', () => {
	const state = stateOf(10, cardOf(1, 3), cardOf(2, 10), cardOf(3, 7));
	const changed = cardOf(2, 12, { status: 'IP' });
	const added = cardOf(4, 11);
	const after = reconcile(state, { version: 12, cards: [{ ...cardOf(1, 3) }, changed, added] });

	it('brings what is new and changed, and takes what has gone', () => {
		expect(after).toEqual(stateOf(12, cardOf(1, 3), changed, added));
	});

	it('keeps the identity of every card that is the same', () => {
		expect(after.cards.get(1)).toBe(state.cards.get(1));
		expect(after.cards.get(2)).toBe(changed);
	});

	it('shows what changed of a card without a new version, such as a person’s new name', () => {
		const renamed = { ...cardOf(1, 3), salesperson: { id: 'ana', name: 'Ana Ruiz-Vega', initials: 'AR' } };
		const { cards } = reconcile(state, { version: 12, cards: [renamed] });
		expect(cards.get(1)).toBe(renamed);
	});
});
