import type { Instant } from '#lib/kernel/dates.ts';
import type { OrderType } from '#lib/jobs/job.ts';
import { STATUSES, type Status } from '#lib/jobs/status.ts';

/** D3: how a display names customers: "Maria Gomez", "Maria G.", or not at all. */
export const CUSTOMER_NAMES = ['full', 'short', 'none'] as const;
export type CustomerNames = (typeof CUSTOMER_NAMES)[number];

export const DENSITIES = ['roomy', 'dense'] as const;
export type Density = (typeof DENSITIES)[number];

export const DISPLAY_THEMES = ['dark', 'light'] as const;
export type DisplayTheme = (typeof DISPLAY_THEMES)[number];

/** D1: what an admin picks for a display. */
export interface DisplaySettings {
	/** Which columns it shows, in the workflow's order; at least one. */
	statuses: readonly Status[];
	/** J1: `null` for both. */
	type: OrderType | null;
	density: Density;
	customers: CustomerNames;
	theme: DisplayTheme;
	/** A short tone when a job becomes Ready for pickup. */
	sound: boolean;
}

/** D2, D3: what a display starts with. */
export const DEFAULT_DISPLAY: DisplaySettings = {
	statuses: STATUSES,
	type: null,
	density: 'roomy',
	customers: 'short',
	theme: 'dark',
	sound: false
};

/** D1: a display as it knows itself. */
export interface ShownDisplay {
	id: string;
	name: string;
	settings: DisplaySettings;
}

/** D1: a paired display as admins list it. */
export interface Display extends ShownDisplay {
	pairedAt: Instant;
	/** The name of who paired it. */
	pairedBy: string | null;
	/** When a node last had it connected; `null` before its first connection. */
	seenAt: Instant | null;
}
