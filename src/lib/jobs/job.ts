import type { Day, Instant } from '#lib/kernel/dates.ts';
import type { Status } from './status.ts';

/** J1: what kind of work a job is. */
export const ORDER_TYPES = ['custom', 'repair'] as const;
export type OrderType = (typeof ORDER_TYPES)[number];

/** W6: why a job is on hold. `other` is told in the note. */
export const HOLD_REASONS = ['customer', 'stones', 'vendor', 'deposit', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** W10: how a job leaves the board. */
export const OUTCOMES = ['picked_up', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Hold {
	reason: HoldReason;
	note: string | null;
	/** The day on which somebody should look again. */
	until: Day | null;
	/** The status that the job was held from; "Resume" returns there. */
	from: Status;
}

export interface Closing {
	outcome: Outcome;
	reason: string | null;
	at: Instant;
}

/** What a move reads and writes of a job. */
export interface Standing {
	status: Status;
	/** The start of the aging clock, corrected for holds (G4). */
	statusSince: Instant;
	hold: Hold | null;
	/** G4: the aging clock as it stood when the job was put on hold; it goes on from there on resuming. */
	heldClock: Instant | null;
}

/** S1: the customer as copied onto the job; later edits of the contact do not reach it. */
export interface CustomerSnapshot {
	name: string;
	company: string | null;
	email: string | null;
	phone: string | null;
	address: string | null;
	taxExempt: boolean;
	taxNumber: string | null;
}

/** J4: the optional specification, in the trade's words. Every field may stay empty. */
export const SPEC_FIELDS = [
	'itemType',
	'metal',
	'fineness',
	'color',
	'size',
	'centerStone',
	'centerShape',
	'centerSize',
	'sideStones',
	'setting',
	'engraving',
	'finish',
	'customerStones'
] as const;
export type Spec = Partial<Record<(typeof SPEC_FIELDS)[number], string>>;

/** J4, J7: what can be changed about a job by hand; each is saved, merged and told on its own. */
export const EDITABLE_FIELDS = [
	'type',
	'customerId',
	'promisedOn',
	'salespersonId',
	'jewelerId',
	'vendorId',
	'title',
	'location',
	'rush',
	'notes',
	'budgetCents',
	'declaredValueCents',
	...SPEC_FIELDS
] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];
