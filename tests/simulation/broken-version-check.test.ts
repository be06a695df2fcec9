import { expect, test, vi } from 'vitest';
import type { BoardState } from '#lib/board/apply-change.ts';
import type { Card } from '#lib/board/card.ts';
import type { Change } from '#lib/realtime/protocol.ts';
import { simulate } from './simulate.ts';

/** What somebody who thinks that the network keeps messages in order and loses none would write. */
vi.mock(import('#lib/board/apply-change.ts'), async (original) => {
	const applyChanges = (state: BoardState, changes: readonly Change[]) => {
		const cards = new Map(state.cards);
		for (const { number, set, gone } of changes) {
			if (gone) cards.delete(number);
			else cards.set(number, { ...cards.get(number), ...set } as Card);
		}
		const version = Math.max(state.version, ...changes.map((change) => change.version));
		return { state: { version, cards }, gap: false };
	};
	return { ...(await original()), applyChanges };
});

test('[C1] the simulation finds a client that does not check versions', async () => {
	const { server, clients } = await simulate({ seed: 1, operations: 300 });
	const truth = JSON.stringify(
		[...server.cards.values()].map(({ number, status }) => [number, status]).sort()
	);
	const boards = clients.map(({ cards }) =>
		JSON.stringify([...cards.values()].map(({ number, status }) => [number, status]).sort())
	);
	expect(boards.some((board) => board !== truth)).toBe(true);
});
