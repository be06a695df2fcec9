import type { HoldReason } from '#lib/jobs/job.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import type { Card } from './card.ts';
import { whoseMove } from './whose-move.ts';

/** P4: on whom a job on the board waits. */
export const PARTIES = ['customer', 'vendor', 'us'] as const;
export type Party = (typeof PARTIES)[number];

/** W6: stones come from a dealer, and a deposit from the customer. */
export const HELD_BY: Record<HoldReason, Party> = {
	customer: 'customer',
	stones: 'vendor',
	vendor: 'vendor',
	deposit: 'customer',
	other: 'us'
};

/**
 * P4: whom a job waits for. It follows from whose move it is: where the vendor owes a quote or makes the piece, the
 * vendor; where the salesperson alone can go on, the customer, whose word or visit they need; anything else is ours. A
 * job on hold waits for whoever its reason names.
 */
export function waitingOn(card: Pick<Card, 'status' | 'vendor' | 'jeweler' | 'hold'>): Party {
	switch (card.status) {
		case 'QN':
			return 'us';
		case 'AVQ':
			return 'vendor';
		case 'CR':
		case 'RP':
			return 'customer';
		case 'IP':
			return whoseMove(card)?.role === 'vendor' ? 'vendor' : 'us';
		case 'OH':
			return card.hold ? HELD_BY[card.hold.reason] : 'us';
		default:
			return assertNever(card.status);
	}
}
