import { describe, expect, it } from 'vitest';
import { isEdge, nextStatuses, STATUS_FACTS, STATUSES, type Status } from './status.ts';

/** Written out on purpose: the rule, not the code's way to it. */
const NEXT: Record<Status, Status[]> = {
	QN: ['AVQ', 'CR', 'IP', 'OH'],
	AVQ: ['QN', 'CR', 'OH'],
	CR: ['QN', 'IP', 'OH'],
	IP: ['RP', 'OH'],
	RP: ['OH'],
	OH: ['QN', 'AVQ', 'CR', 'IP', 'RP']
};

const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

describe('statuses', () => {
	it('[W1] are exactly these six, in the order of the columns', () => {
		expect(STATUSES).toEqual(['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH']);
		expect(STATUSES.map((status) => STATUS_FACTS[status].name)).toEqual([
			'Quote needed',
			'Awaiting vendor quote',
			'Customer review',
			'In production',
			'Ready for pickup',
			'On hold'
		]);
	});

	it('[W2] have 18 edges, and 12 ordered pairs have none', () => {
		const moves = pairs.filter(([from, to]) => from !== to);
		expect(moves).toHaveLength(30);
		expect(moves.filter(([from, to]) => isEdge(from, to))).toHaveLength(18);
	});

	for (const from of STATUSES) {
		it(`[W2] lead from ${from} to ${NEXT[from].join(', ')} and nowhere else`, () => {
			expect(nextStatuses(from)).toEqual(NEXT[from]);
			for (const to of STATUSES) expect(isEdge(from, to), to).toBe(NEXT[from].includes(to));
		});
	}

	it('[W2] have no edge to themselves', () => {
		expect(STATUSES.filter((status) => isEdge(status, status))).toEqual([]);
	});

	it('[W7] lead into On hold from everywhere, and from there everywhere', () => {
		const others = STATUSES.filter((status) => status !== 'OH');
		expect(others.every((status) => isEdge(status, 'OH'))).toBe(true);
		expect(nextStatuses('OH')).toEqual(others);
	});
});
