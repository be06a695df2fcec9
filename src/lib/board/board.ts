import type { Abilities } from '#lib/jobs/abilities.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Card } from './card.ts';

/** `GET /api/v1/board`: one consistent snapshot of all that a board shows. */
export interface BoardSnapshot {
	/** The shop's version that the cards are at. */
	version: number;
	/** The server's time. */
	now: Instant;
	shop: {
		id: string;
		name: string;
		timeZone: string;
		aging: AgingSettings;
		/** P3: the mark of what was last changed about its people and rules; sent along with every hand-shake. */
		news: string | null;
	};
	statuses: { code: Status; name: string; owner: string; next: readonly Status[] }[];
	cards: Card[];
	abilities: Abilities;
}
