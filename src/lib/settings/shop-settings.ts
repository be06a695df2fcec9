import type { AgingSettings } from '#lib/jobs/aging.ts';
import type { HoldReason, Spec } from '#lib/jobs/job.ts';

/** W6: a reason of the shop's own: what is offered, and which of the workflow's reasons it counts as. */
export interface ShopHoldReason {
	label: string;
	reason: HoldReason;
}

/** J4: the shop's own choices for fields of the specification; a field that is not named has the trade's. */
export type SpecChoices = Readonly<Partial<Record<keyof Spec, readonly string[]>>>;

/** What a shop has decided for itself, besides its name, time zone and aging. */
export interface ShopSettings {
	/** Offered beside the workflow's five; the label becomes the hold's note. */
	holdReasons: readonly ShopHoldReason[];
	/** J4: where a piece can be, instead of the trade's places; anything else may be typed. */
	locations: readonly string[];
	choices: SpecChoices;
}

export const DEFAULT_SETTINGS: ShopSettings = { holdReasons: [], locations: [], choices: {} };

/** The shop's picture for the frame and the wall, kept in the object store. */
export interface ShopLogo {
	id: string;
	width: number;
	height: number;
}

/** What the frame of every page shows of the shop is read anew when this is invalidated. */
export const SHOP = 'benchboard:shop';

/** Where people and displays of a shop get its logo; another one has another address. */
export function logoAddress({ id }: ShopLogo): string {
	return `/api/v1/shop/logo?id=${id}`;
}

/** All that the admins of a shop decide about it, as they read and change it. */
export interface ShopRules extends AgingSettings, ShopSettings {
	/** Counts the changes of all of this. */
	version: number;
	name: string;
	logo: ShopLogo | null;
}

/** What a change may name; what it does not name stays. */
export interface RulesChange {
	name?: string | undefined;
	timeZone?: string | undefined;
	dueSoonDays?: number | undefined;
	/** By status. */
	thresholds?: Partial<AgingSettings['thresholds']> | undefined;
	holdReasons?: readonly ShopHoldReason[] | undefined;
	locations?: readonly string[] | undefined;
	/** By field; an empty list means the trade's choices. */
	choices?: SpecChoices | undefined;
}
