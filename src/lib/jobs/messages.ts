import type { HoldReason, OrderType, Outcome } from './job.ts';
import { nextStatuses, STATUS_FACTS, type Status } from './status.ts';

export const HOLD_REASON_NAMES: Record<HoldReason, string> = {
	customer: 'Waiting on customer',
	stones: 'Waiting on stones',
	vendor: 'Waiting on vendor',
	deposit: 'Waiting on deposit',
	other: 'Other'
};

export const ORDER_TYPE_NAMES: Record<OrderType, string> = { custom: 'Custom', repair: 'Repair' };

export const OUTCOME_NAMES: Record<Outcome, string> = { picked_up: 'Picked up', cancelled: 'Cancelled' };

const STANDING_WORDS: Record<Status, string> = {
	QN: 'A job that needs a quote',
	AVQ: 'A job that waits for the vendor’s quote',
	CR: 'A job in customer review',
	IP: 'A piece in production',
	RP: 'A piece that is ready for pickup',
	OH: 'A job on hold'
};

/** W4: one sentence that says where a job may go instead. */
export function refusedMoveSentence(from: Status, allowed: readonly Status[] = nextStatuses(from)): string {
	const ways = allowed.map((to) => (to === 'OH' ? 'go On hold' : STATUS_FACTS[to].name));
	if (ways.length === 0) return `${STANDING_WORDS[from]} cannot be moved.`;
	const verb = ways[0] === 'go On hold' ? '' : 'become ';
	return `${STANDING_WORDS[from]} can only ${verb}${listOf(ways)}.`;
}

/** W8: what the loser of a race reads. */
export function movedByOther(name: string | null, to: Status): string {
	return `${name ?? 'Somebody'} moved this to ${STATUS_FACTS[to].name} just now.`;
}

function listOf(words: string[]): string {
	return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}
