import type { Card } from '#lib/board/card.ts';
import { agingOf, type AgingSettings } from '#lib/jobs/aging.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Change } from '#lib/realtime/protocol.ts';
import type { Known, KnownJob } from './known-jobs.ts';
import { NOTICE_KINDS, type NoticeKind, type NoticeSettings } from './notice-settings.ts';

/** The shop as it stands now. */
export interface Standing {
	version: number;
	cards: ReadonlyMap<number, Card>;
	now: Instant;
	aging: AgingSettings;
}

/** What is to be told of one job; at least one kind. */
export interface Notice {
	number: number;
	kinds: readonly NoticeKind[];
	/** The job as it stands; `null` when it has left the board. */
	card: Card | null;
	/** What took it elsewhere, and by whom. */
	change: Change | null;
}

export interface Decision {
	notices: readonly Notice[];
	/** What the person knows from now on, whether they asked to be told or not. */
	known: Known;
}

/**
 * What somebody is to be told of their jobs, those they sell or make, compared with what they knew `before`.
 *
 * - A job has moved when it stands in another column, or has left the board, and the last to move it was somebody else. A
 *   move that was taken back is none. `changes` are those since `before`; `null` when nobody knows them any more: then who
 *   moved what is not known either, and nothing is said of moves.
 * - A job becomes overdue or red once; what the person has just changed about a job themselves is no news to them. The
 *   day may have turned without any change (G5).
 * - A job that has only now become theirs is known from here on.
 * - Without anything known before nothing is told.
 */
export function decideNotices(
	before: Known | null,
	after: Standing,
	changes: readonly Change[] | null,
	me: string,
	settings: NoticeSettings
): Decision {
	const mine = [...after.cards.values()].filter((card) => isOf(card, me));
	const jobs = Object.fromEntries(mine.map((card) => [card.number, standingOf(card, after)]));
	const known = { version: after.version, jobs };
	if (!before) return { notices: [], known };
	// A shop that was restored from a backup is behind what was known of it: its changes are others.
	const fresh = after.version < before.version ? null : changes;
	const notices = Object.entries(before.jobs).map(([key, job]) => {
		const number = Number(key);
		const theirs = fresh?.filter((change) => change.number === number && change.version > before.version);
		return noticeOf({ number, before: job, now: jobs[number], changes: theirs ?? [] }, after.cards, me);
	});
	return { notices: notices.flatMap((notice) => wanted(notice, settings)), known };
}

/** Whether a job is somebody's: they sell it, or make it. */
export function isOf({ salesperson, jeweler }: Card, person: string): boolean {
	return salesperson.id === person || jeweler?.id === person;
}

interface Compared {
	number: number;
	before: KnownJob;
	/** `undefined` when it is not on the board, or not theirs, any more. */
	now: KnownJob | undefined;
	changes: readonly Change[];
}

function noticeOf(
	{ number, before, now, changes }: Compared,
	cards: ReadonlyMap<number, Card>,
	me: string
): Notice {
	const card = cards.get(number) ?? null;
	const last = changes.findLast(({ set, gone }) => gone === true || set?.status !== undefined) ?? null;
	const isElsewhere = card === null || (now !== undefined && now.status !== before.status);
	const isOwn = changes.some(({ by }) => by?.id === me);
	const is: Record<NoticeKind, boolean> = {
		moved: isElsewhere && last !== null && last.by?.id !== me,
		overdue: now?.overdue === true && !before.overdue && !isOwn,
		red: now?.red === true && !before.red && !isOwn
	};
	return { number, card, change: last, kinds: NOTICE_KINDS.filter((kind) => is[kind]) };
}

function wanted(notice: Notice, settings: NoticeSettings): Notice[] {
	const kinds = notice.kinds.filter((kind) => settings[kind]);
	return kinds.length > 0 ? [{ ...notice, kinds }] : [];
}

function standingOf(card: Card, { now, aging }: Standing): KnownJob {
	const { due, level } = agingOf(card, now, aging);
	return { status: card.status, overdue: due.state === 'overdue', red: level === 'red' };
}
