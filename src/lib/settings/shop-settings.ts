import type { HoldReason, Spec } from '#lib/jobs/job.ts';

/** W6: a reason of the shop's own: what is offered, and which of the workflow's reasons it counts as. */
export interface ShopHoldReason {
	label: string;
	reason: HoldReason;
}

/** What a shop has decided for itself, besides its name, time zone and aging. */
export interface ShopSettings {
	/** Offered beside the workflow's five; the label becomes the hold's note. */
	holdReasons: readonly ShopHoldReason[];
	/** J4: where a piece can be; anything else may be typed. */
	locations: readonly string[];
	/** J4: the shop's own choices for a field of the specification, instead of the trade's. */
	choices: Readonly<Partial<Record<keyof Spec, readonly string[]>>>;
}

export const DEFAULT_SETTINGS: ShopSettings = { holdReasons: [], locations: [], choices: {} };

/** The shop's picture for the frame and the wall, kept in the object store. */
export interface ShopLogo {
	id: string;
	width: number;
	height: number;
}
