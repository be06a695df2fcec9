import type { HistoryEntry } from '#lib/jobs/job-events.ts';

type History = readonly HistoryEntry[];

/** W11: a history with its newest page read again. What was read of earlier pages stays, unless there is a gap before it. */
export function withNewest(known: History, newest: History): History {
	const oldest = newest.at(-1)?.version ?? 0;
	const meets = known.some(({ version }) => version >= oldest);
	return meets ? [...newest, ...known.filter(({ version }) => version < oldest)] : newest;
}

/** W11: a history with one more page at its end. */
export function withEarlier(known: History, page: History): History {
	const oldest = known.at(-1)?.version ?? Infinity;
	return [...known, ...page.filter(({ version }) => version < oldest)];
}
