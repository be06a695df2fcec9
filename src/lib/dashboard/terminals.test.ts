import { describe, expect, it } from 'vitest';
import type { Terminal } from '#lib/realtime/protocol.ts';
import { offlineWords } from './messages.ts';
import { displaysHere, peopleHere } from './terminals.ts';

const AT = '2026-03-02T14:02:00.000Z';
const terminal = (id: string, of: string, kind: Terminal['kind'] = 'person'): Terminal => ({
	id,
	of,
	name: of,
	kind,
	since: AT
});

describe('[P4] who is connected', () => {
	it('is each person once, however many screens they have', () => {
		const here = peopleHere([
			terminal('1', 'Zoë'),
			terminal('2', 'Ana'),
			terminal('3', 'Ana'),
			terminal('4', 'Wall', 'display')
		]);
		expect(here.map(({ name, screens }) => [name, screens])).toEqual([
			['Ana', 2],
			['Zoë', 1]
		]);
	});

	it('is every display of the shop, those that are gone first', () => {
		const displays = ['Bench', 'Counter', 'Wall'].map((id) => ({ id, name: id, seenAt: AT }));
		const here = displaysHere([terminal('1', 'Bench', 'display'), terminal('2', 'Bench')], displays);
		expect(here.map(({ name, isConnected }) => [name, isConnected])).toEqual([
			['Counter', false],
			['Wall', false],
			['Bench', true]
		]);
	});

	it.each([
		['2026-03-02T14:02:00.000Z', 'offline since 14:02'],
		['2026-02-27T09:30:00.000Z', 'offline since 27 Feb, 09:30'],
		[null, 'not connected yet']
	])('says since when a display is gone: %s', (seenAt, words) => {
		expect(offlineWords(seenAt, '2026-03-02T18:00:00.000Z', 'UTC')).toBe(words);
	});
});
