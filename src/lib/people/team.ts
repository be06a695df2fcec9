import type { Instant } from '#lib/kernel/dates.ts';
import type { ListedPerson } from './actor.ts';

/** Open jobs of a person that are named one by one; beyond that they are counted. */
export const NAMED_JOBS = 12;

/** P3: a person as the shop's settings show them to its admins. */
export interface TeamMember extends ListedPerson {
	/** Sessions that are not over: a shared tablet and a desk are two. */
	sessions: number;
	/** When one of them was last used, to the nearest few minutes; `null` without one. */
	seenAt: Instant | null;
	/** The open jobs whose salesperson or bench jeweler they are: somebody else's when they go. */
	jobs: { count: number; numbers: readonly number[] };
}

/** P3: one sign-in of a person, as they see it on their own profile. */
export interface OwnSession {
	id: string;
	/** "Chrome on Android" */
	device: string;
	signedInAt: Instant;
	seenAt: Instant;
	/** The one that asks. */
	current: boolean;
}
