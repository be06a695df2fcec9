import { describe, expect, it } from 'vitest';
import type { Card } from '#lib/board/card.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Change } from '#lib/realtime/protocol.ts';
import { afterChanges, afterSnapshot, NO_HIGHLIGHTS, withoutOld } from './highlights.ts';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1_000).toISOString();

const card = (number: number, status: Status, over: Partial<Card> = {}) =>
	({ number, status, createdAt: ago(9_000), statusSince: ago(9_000), ...over }) as Card;
const cards = (...all: Card[]) => new Map(all.map((one) => [one.number, one]));

let version = 0;
const change = (number: number, over: Partial<Change>): Change => ({
	version: ++version,
	at: ago(1),
	by: null,
	number,
	kind: 'moved',
	...over
});
const moved = (number: number, to: Status, seconds = 1) =>
	change(number, { at: ago(seconds), set: { status: to } });

const told = (before: ReadonlyMap<number, Card>, ...changes: Change[]) =>
	[...afterChanges(NO_HIGHLIGHTS, before, changes, NOW)].map(([number, { kind, from }]) => [
		number,
		kind,
		from
	]);

describe('[D2] a change of the log highlights', () => {
	it('a card that moves, and says where it came from', () => {
		expect(told(cards(card(1, 'QN')), moved(1, 'CR'))).toEqual([[1, 'moved', 'QN']]);
	});

	it('a new card', () => {
		expect(told(cards(), change(1, { kind: 'created', set: card(1, 'QN') }))).toEqual([[1, 'new', null]]);
	});

	it('no card that is edited, or finds another place in its column', () => {
		const edited = change(1, { kind: 'edited', set: { title: 'Ring' } });
		const reordered = change(1, { set: { status: 'QN', rank: 'b' } });
		expect(told(cards(card(1, 'QN')), edited, reordered)).toEqual([]);
	});

	it('the last of several moves', () => {
		expect(told(cards(card(1, 'QN')), moved(1, 'CR'), moved(1, 'IP'))).toEqual([[1, 'moved', 'CR']]);
	});

	it('no card that has left', () => {
		expect(told(cards(card(1, 'QN')), moved(1, 'CR'), change(1, { kind: 'closed', gone: true }))).toEqual([]);
	});

	it('only what happened in the last 60 seconds, however late it is heard', () => {
		const before = cards(card(1, 'QN'), card(2, 'QN'));
		expect(told(before, moved(1, 'CR', 60), moved(2, 'CR', 59))).toEqual([[2, 'moved', 'QN']]);
	});
});

describe('[D2] a board that was fetched anew highlights', () => {
	const seen = (before: ReadonlyMap<number, Card>, ...after: Card[]) =>
		[...afterSnapshot(NO_HIGHLIGHTS, before, cards(...after), NOW)].map(([number, { kind, from }]) => [
			number,
			kind,
			from
		]);

	it('what came to its column in the last 60 seconds', () => {
		const after = [card(1, 'CR', { statusSince: ago(59) }), card(2, 'CR', { statusSince: ago(60) })];
		expect(seen(cards(card(1, 'QN'), card(2, 'QN')), ...after)).toEqual([[1, 'moved', 'QN']]);
	});

	it('on a page that has just been opened, without saying where it came from', () => {
		const made = { createdAt: ago(5), statusSince: ago(5) };
		const after = [card(1, 'CR', { statusSince: ago(5) }), card(2, 'QN', made), card(3, 'IP')];
		expect(seen(cards(), ...after)).toEqual([
			[1, 'moved', null],
			[2, 'new', null]
		]);
	});

	it('nothing that has left', () => {
		const known = afterChanges(NO_HIGHLIGHTS, cards(card(1, 'QN')), [moved(1, 'CR')], NOW);
		expect(afterSnapshot(known, cards(card(1, 'CR')), cards(), NOW).size).toBe(0);
	});
});

it('[D2] a highlight is over after 60 seconds; until then nothing changes', () => {
	const known = afterChanges(NO_HIGHLIGHTS, cards(card(1, 'QN')), [moved(1, 'CR', 0)], NOW);
	expect(withoutOld(known, NOW + 59_999)).toBe(known);
	expect(withoutOld(known, NOW + 60_000).size).toBe(0);
});
