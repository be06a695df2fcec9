import type { Instant } from '#lib/kernel/dates.ts';
import type { ChangeKind } from '#lib/realtime/protocol.ts';
import type { Hold, Outcome, Standing } from './job.ts';
import type { Status } from './status.ts';

/** What undoing a move puts back (W9). */
export interface Restorable extends Standing {
	rank: string;
	vendor: { id: string; name: string } | null;
}

/** W11: what happened to a job, in the past tense. */
export type JobFact =
	| { kind: 'created'; status: Status }
	| {
			kind: 'moved';
			from: Status;
			to: Status;
			hold: Hold | null;
			/** H1: the vendor who was named with the move. */
			vendor: string | null;
			before: Restorable;
	  }
	| { kind: 'undone'; from: Status; to: Status }
	| { kind: 'closed'; status: Status; outcome: Outcome; reason: string | null }
	| { kind: 'reopened'; status: Status }
	| { kind: 'attachment_added'; fileName: string };

/** One line of a job's history, as people read it. */
export interface HistoryEntry {
	version: number;
	at: Instant;
	by: { id: string; name: string } | null;
	kind: ChangeKind;
	fact: HistoryFact;
}

/** A fact without what only undo needs. */
export type HistoryFact = {
	[Kind in JobFact['kind']]: Omit<Extract<JobFact, { kind: Kind }>, 'before'>;
}[JobFact['kind']];

/** A fact as history shows it. */
export function historyFact(fact: JobFact): HistoryFact {
	if (fact.kind !== 'moved') return fact;
	const { kind, from, to, hold, vendor } = fact;
	return { kind, from, to, hold, vendor };
}
