import type { ShownDisplay } from '#lib/displays/display.ts';
import type { Abilities } from '#lib/jobs/abilities.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { ShopLogo } from '#lib/settings/shop-settings.ts';
import type { Card } from './card.ts';

/** The shop as its boards and displays know it. */
export interface BoardShop {
	id: string;
	name: string;
	timeZone: string;
	aging: AgingSettings;
	logo: ShopLogo | null;
	/** P3: counts the changes of its name, its rules and its people. */
	rules: number;
}

/** `GET /api/v1/board`: one consistent snapshot of all that a board shows. */
export interface BoardSnapshot {
	/** The shop's version that the cards are at. */
	version: number;
	/** The server's time. */
	now: Instant;
	shop: BoardShop;
	statuses: { code: Status; name: string; owner: string; next: readonly Status[] }[];
	cards: Card[];
	abilities: Abilities;
	/** D1: the display that this is for; the cards are as it may see them (D3). */
	display?: ShownDisplay;
}
