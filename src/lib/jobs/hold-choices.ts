import type { ShopHoldReason } from '#lib/settings/shop-settings.ts';
import { HOLD_REASONS, type HoldReason } from './job.ts';
import { HOLD_REASON_CHOICES } from './messages.ts';

/** W6: a reason as it is offered: one of the workflow's five, or the shop's own. */
export interface HoldChoice {
	value: string;
	label: string;
	reason: HoldReason;
	isOwn: boolean;
}

/** Letters of a hold's note. */
const NOTE_LENGTH = 500;

/** W6: the five, and then those of the shop. */
export function holdChoices(own: readonly ShopHoldReason[]): HoldChoice[] {
	return [
		...HOLD_REASONS.map((reason) => ({
			value: reason,
			label: HOLD_REASON_CHOICES[reason],
			reason,
			isOwn: false
		})),
		...own.map(({ label, reason }) => ({ value: `own ${label}`, label, reason, isOwn: true }))
	];
}

/** W6: what is saved of a choice and what was typed beside it: a reason of the shop's own stands at the head of the note. */
export function holdNote({ label, isOwn }: HoldChoice, typed: string): string | null {
	const said = typed.trim();
	if (!isOwn) return said || null;
	return said ? `${label}: ${said}` : label;
}

/** How much can be typed beside a choice. */
export function noteLength(choice: HoldChoice | undefined): number {
	return choice?.isOwn ? NOTE_LENGTH - `${choice.label}: `.length : NOTE_LENGTH;
}
