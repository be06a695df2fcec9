import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Terminal } from '#lib/realtime/protocol.ts';
import { PresenceRoster } from './presence-roster.ts';

function terminal(id: string, more: Partial<Terminal> = {}): Terminal {
	return { id, of: id, name: id, kind: 'person', since: '2026-03-02T10:00:00.000Z', ...more };
}

describe('[P4] the roster', () => {
	test('lists the terminals of one shop from all nodes, the longest connected first', () => {
		const roster = new PresenceRoster();
		for (const node of ['a', 'b']) roster.hear(node, 0);
		roster.place('a', ['shop', terminal('a.1', { since: '2026-03-02T12:00:00.000Z' })]);
		roster.place('b', ['shop', terminal('b.1')]);
		roster.place('b', ['other', terminal('b.2')]);
		expect(roster.ofShop('shop').map(({ id }) => id)).toEqual(['b.1', 'a.1']);
		expect(roster.ofShop('nowhere')).toEqual([]);
	});

	test('keeps what a terminal says of itself last', () => {
		const roster = new PresenceRoster();
		roster.hear('a', 0);
		roster.place('a', ['shop', terminal('a.1', { looking: 1 })]);
		roster.place('a', ['shop', terminal('a.1', { dragging: 2 })]);
		expect(roster.ofShop('shop')).toEqual([terminal('a.1', { dragging: 2 })]);
		expect(roster.remove('a', 'a.1')).toBe('shop');
		expect(roster.remove('a', 'a.1')).toBeNull();
	});

	test('a node that falls silent goes with all of its terminals, to the millisecond', () => {
		const roster = new PresenceRoster();
		expect(roster.hear('a', 1_000)).toBe(false);
		expect(roster.hear('b', 2_000)).toBe(false);
		expect(roster.hear('a', 1_500)).toBe(true);
		expect(roster.silentSince(1_500)).toEqual([]);
		expect(roster.silentSince(1_501)).toEqual(['a']);
		roster.place('a', ['shop', terminal('a.1')]);
		roster.place('a', ['shop', terminal('a.2')]);
		roster.place('a', ['other', terminal('a.3')]);
		expect(roster.forget('a').sort()).toEqual(['other', 'shop']);
		expect(roster.ofShop('shop')).toEqual([]);
		expect(roster.nodes()).toEqual(['b']);
	});
});

const NODES = ['a', 'b', 'c'];
const steps = fc.array(
	fc.record({
		act: fc.constantFrom('place', 'remove', 'forget', 'hear'),
		node: fc.constantFrom(...NODES),
		shop: fc.constantFrom('x', 'y'),
		at: fc.nat(5)
	}),
	{ maxLength: 60 }
);

test('[P4, C3] whatever comes and goes, a shop lists exactly the terminals of its known nodes', () => {
	fc.assert(
		fc.property(steps, (taken) => {
			const roster = new PresenceRoster();
			const model = new Map<string, { node: string; shop: string }>();
			for (const node of NODES) roster.hear(node, 0);
			for (const { act, node, shop, at } of taken) {
				// A connection has one shop for as long as it lasts.
				const id = `${node}.${shop}.${at}`;
				roster.hear(node, 0);
				if (act === 'place') {
					roster.place(node, [shop, terminal(id)]);
					model.set(id, { node, shop });
				} else if (act === 'remove') {
					expect(roster.remove(node, id)).toBe(model.delete(id) ? shop : null);
				} else if (act === 'forget') {
					roster.forget(node);
					for (const [known, { node: of }] of model) if (of === node) model.delete(known);
				}
			}
			for (const shop of ['x', 'y']) {
				const expected = [...model].filter(([, placed]) => placed.shop === shop).map(([id]) => id);
				expect(roster.ofShop(shop).map(({ id }) => id)).toEqual(expected.sort());
			}
		})
	);
});
