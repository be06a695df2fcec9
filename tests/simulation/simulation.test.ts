import { describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '#lib/board/session/liveness.ts';
import type { Card } from '#lib/board/card.ts';
import { simulate, type Simulated } from './simulate.ts';

const SEEDS = process.env.BENCHBOARD_LONG ? 1_000 : 50;
/** Milliseconds that a request is under way at most. */
const ON_THE_WAY = 100;

const byNumber = (cards: Iterable<Card>) => [...cards].sort((a, b) => a.number - b.number);

function expectAgreement({ server, clients }: Simulated): void {
	const truth = byNumber(server.cards.values());
	for (const client of clients) {
		expect(client.connection).toBe('live');
		expect(client.version).toBe(server.version);
		expect(byNumber(client.cards.values())).toEqual(truth);
	}
}

/** What people were told of their own changes is true. */
function expectHonesty({ server, operations }: Simulated): void {
	for (const { at, mutationId, result } of operations) {
		expect(result).not.toBeNull();
		const committedAt = server.committed.get(mutationId);
		if (result?.ok) expect(committedAt).toBeDefined();
		else if (result?.kind !== 'undelivered') expect(committedAt).toBeUndefined();
		if (committedAt !== undefined) expect(committedAt - at).toBeLessThanOrEqual(PATIENCE_MS + ON_THE_WAY);
	}
}

describe('20 screens, 2,000 changes, a bad network', () => {
	test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
		'[C1] [C5] seed %i: all boards become equal, and nobody was told an untruth',
		async (seed) => {
			const simulated = await simulate({ seed });
			expectAgreement(simulated);
			expectHonesty(simulated);
		}
	);
});
