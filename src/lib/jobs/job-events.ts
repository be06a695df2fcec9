import type { AttachmentKind } from '#lib/attachments/attachment.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { ChangeKind } from '#lib/realtime/protocol.ts';
import type { CustomerSnapshot, EditableField, Hold, Outcome, Standing } from './job.ts';
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
	| {
			kind: 'undone';
			from: Status;
			to: Status;
			/** W9: whether the vendor went with the move. */ vendor?: boolean;
	  }
	| { kind: 'closed'; status: Status; outcome: Outcome; reason: string | null }
	| { kind: 'reopened'; status: Status }
	| {
			kind: 'edited';
			/** S2: whether it was taken from the contact; otherwise it was typed or chosen. */
			fromContact: boolean;
			changes: readonly FieldChange[];
	  }
	| { kind: 'deleted'; title: string | null; customer: string }
	| { kind: 'attachment_added'; fileName: string; attachment: AttachmentKind }
	| { kind: 'attachment_removed'; fileName: string; attachment: AttachmentKind };

/** J7, J6: one field that was changed, in the words and figures that stood there. */
export interface FieldChange {
	field: EditableField | keyof CustomerSnapshot;
	before: string | number | boolean | null;
	after: string | number | boolean | null;
}

/** One line of a job's history, as people read it. */
export interface HistoryEntry {
	version: number;
	at: Instant;
	by: { id: string; name: string } | null;
	/** What it was done with: "Chrome on Android". */
	device: string | null;
	kind: ChangeKind;
	fact: HistoryFact;
}

/** A fact without what only undo needs. */
export type HistoryFact = {
	[Kind in JobFact['kind']]: Omit<Extract<JobFact, { kind: Kind }>, 'before'>;
}[JobFact['kind']];

/** A fact as history shows it; of prices that are not to be seen, it says only that they were changed. */
export function historyFact(fact: JobFact, seesPrices: boolean): HistoryFact {
	if (fact.kind === 'edited' && !seesPrices) return { ...fact, changes: fact.changes.map(withoutPrice) };
	if (fact.kind === 'undone') return { kind: fact.kind, from: fact.from, to: fact.to };
	if (fact.kind !== 'moved') return fact;
	const { kind, from, to, hold, vendor } = fact;
	return { kind, from, to, hold, vendor };
}

function withoutPrice(change: FieldChange): FieldChange {
	const isPrice = change.field === 'budgetCents' || change.field === 'declaredValueCents';
	return isPrice ? { ...change, before: null, after: null } : change;
}
