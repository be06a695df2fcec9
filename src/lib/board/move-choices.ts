import type { Abilities } from '#lib/jobs/abilities.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Card } from './card.ts';

/** What the "Move to…" menu of a card offers. */
export interface MoveChoices {
	/** W6: the status that the job was held from, to go back to with one click. */
	resume: Status | null;
	/** W2, W13: the other statuses that the job may go to, in the board's order. */
	statuses: readonly Status[];
	/** W10 */
	pickUp: boolean;
	cancel: boolean;
}

/** Whether the menu of a card would hold anything. */
export function offersAnything(card: Pick<Card, 'status' | 'hold'>, abilities: Abilities): boolean {
	return abilities.close || abilities.moves[card.status].length > 0;
}

export function moveChoices(
	{ status, hold }: Pick<Card, 'status' | 'hold'>,
	abilities: Abilities
): MoveChoices {
	const allowed = abilities.moves[status];
	const resume = hold && allowed.includes(hold.from) ? hold.from : null;
	return {
		resume,
		statuses: allowed.filter((to) => to !== resume),
		pickUp: abilities.close && status === 'RP',
		cancel: abilities.close
	};
}
