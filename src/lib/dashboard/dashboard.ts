import type { Display } from '#lib/displays/display.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Day } from '#lib/kernel/dates.ts';
import type { FeedEntry } from './feed.ts';

/** P4: how many weeks back the throughput goes, this one included. */
export const WEEKS = 12;
/** P4: from how many days the times in a status are taken, today included. */
export const CYCLE_DAYS = 90;
/** Entries of the feed that are shown. */
export const FEED_LENGTH = 40;

/** P4: what came and went in a week, which begins on a Monday. */
export interface Week {
	from: Day;
	/** Jobs that were taken in. */
	takenIn: number;
	/** Jobs that were picked up, and not reopened since. */
	pickedUp: number;
}

/** P4: how long jobs stay in a status: those that left it for good within the last days. */
export interface Cycle {
	status: Status;
	/** How many stays that were. */
	stays: number;
	/** Hours, holds left out; `null` when there was no stay. */
	median: number | null;
	/** Four stays of five were no longer. */
	p80: number | null;
}

/** D1: a paired screen, as everybody in the shop may know of it. */
export type KnownDisplay = Pick<Display, 'id' | 'name' | 'seenAt'>;

/** G3: how a customer is reached whose piece has been ready for too long; as written on the job (S1). */
export interface ChasedCustomer {
	number: number;
	phone: string | null;
}

/** `GET /api/v1/dashboard`: what the cards do not tell. */
export interface DashboardHistory {
	/** The shop's version that all of this is at, or a later one. */
	version: number;
	/** Jobs that were moved to another status on the shop's day. */
	movedToday: number;
	/** The oldest week first. */
	throughput: readonly Week[];
	/** In the order of the columns. */
	cycle: readonly Cycle[];
	/** What happened today, the latest first. */
	feed: readonly FeedEntry[];
	displays: readonly KnownDisplay[];
	/** G3: absent for those who chase nobody. */
	chase?: readonly ChasedCustomer[];
}
