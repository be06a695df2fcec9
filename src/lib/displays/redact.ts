import type { Card } from '#lib/board/card.ts';
import type { Change, Changes } from '#lib/realtime/protocol.ts';
import { customerOnDisplay } from './customer-name.ts';
import type { CustomerNames } from './display.ts';

/**
 * D3: a card, or a part of one, as a display gets it: customers as its settings say, and never what somebody noted about a
 * hold. Cards carry no prices, phone numbers or job notes to begin with; everything else, the title too, stays.
 */
export function redactCard<Part extends Partial<Card>>(card: Part, customers: CustomerNames): Part {
	const { customer, hold } = card;
	return {
		...card,
		...(customer !== undefined && { customer: customerOnDisplay(customer, customers) }),
		...(hold && { hold: { ...hold, note: null } })
	};
}

/** D3: changes as a display gets them; the versions stay without a gap. */
export function redactChanges({ from, to, changes }: Changes, customers: CustomerNames): Changes {
	return { from, to, changes: changes.map((change) => redactChange(change, customers)) };
}

function redactChange({ set, ...change }: Change, customers: CustomerNames): Change {
	return set ? { ...change, set: redactCard(set, customers) } : change;
}
