import type { Abilities } from '#lib/jobs/abilities.ts';
import type { Status } from '#lib/jobs/status.ts';
import { decideMove } from '#lib/jobs/workflow.ts';
import { boardProblemDetail } from '#lib/problems/board-words.ts';
import type { Card } from './card.ts';
import type { Neighbours } from './placement.ts';

/** A move that somebody has asked for: by drag, by keyboard or from the menu. */
export interface ProposedMove extends Neighbours {
	number: number;
	/** W8: where the person saw the card when they picked it up. */
	from: Status;
	to: Status;
}

/** What a move has to be asked for first: the vendor (W5), the reason of the hold (W6). */
export type Need = 'vendor' | 'hold';

/** W5, W6: what a move lacks; `null` when it can be sent, or when only the server can say why not. */
export function needOf(card: Card, move: ProposedMove, abilities: Abilities): Need | null {
	const job = { status: move.from, hasVendor: card.vendor !== null, closed: false };
	const decision = decideMove(job, move, abilities);
	if (decision.ok) return null;
	if (decision.refusal.code === 'move.vendor_required') return 'vendor';
	return decision.refusal.code === 'move.hold_reason_required' ? 'hold' : null;
}

/** W3, W4: why cards of one column may not go to another, in a sentence; `null` when they may. */
export function refusalOf(from: Status, to: Status, abilities: Abilities): string | null {
	const job = { status: from, hasVendor: true, closed: false };
	const decision = decideMove(job, { from, to, hold: { reason: 'customer' } }, abilities);
	if (decision.ok) return null;
	const { code, ...facts } = decision.refusal;
	return boardProblemDetail(code, facts);
}
