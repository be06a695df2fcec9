import type { BoardEvent } from '#lib/board/session/board-session-types.ts';
import type { Outcome } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';

/** What the feed tells of: how jobs come to the board, go over it and leave it. */
export const FED_KINDS = ['created', 'moved', 'undone', 'closed', 'reopened'] as const;
export type FedKind = (typeof FED_KINDS)[number];

/** P4: who did what, when. */
export interface FeedEntry {
	version: number;
	at: Instant;
	by: string | null;
	kind: FedKind;
	number: number;
	/** What the piece is called, or else whose it is. */
	name: string;
	/** `null` for what enters the board. */
	from: Status | null;
	/** `null` for what leaves it. */
	to: Status | null;
	/** W10: how it left; known once the server has been asked. */
	outcome: Outcome | null;
}

/** What a change that was just heard of says in the feed; `null` for what the feed does not tell, such as a re-order. */
export function feedEntryOf(event: Extract<BoardEvent, { type: 'remote' }>): FeedEntry | null {
	const { change, card, before } = event;
	const kind = FED_KINDS.find((fed) => fed === change.kind);
	const known = card ?? before;
	if (!kind || !known || (card && before && card.status === before.status)) return null;
	const { version, at, number } = change;
	return {
		version,
		at,
		by: change.by?.name ?? null,
		kind,
		number,
		name: known.title ?? known.customer,
		from: before?.status ?? null,
		to: card?.status ?? null,
		outcome: null
	};
}

/**
 * The feed of a day, the latest first: what the server told at a version, with what was heard of since. `since` is the
 * first moment of the day.
 */
export function feedOf(
	told: { version: number; feed: readonly FeedEntry[] },
	heard: readonly FeedEntry[],
	since: Instant
): FeedEntry[] {
	const known = new Set(told.feed.map(({ version }) => version));
	const news = heard.filter(({ version }) => version > told.version && !known.has(version));
	return [...news, ...told.feed]
		.filter(({ at }) => Date.parse(at) >= Date.parse(since))
		.sort((a, b) => b.version - a.version);
}
