import { fieldValue } from '#lib/jobs/decide-edit.ts';
import type { FieldValue } from '#lib/jobs/edit-input.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { EditableField } from '#lib/jobs/job.ts';
import type { Problem } from '#lib/problems/problem.ts';

/**
 * Where a field stands between the keyboard and the server. `typing`: saved once it is quiet. `due`, `saving`: on its way.
 * `saved`: still in the hand of whoever typed it. `waiting`: no answer, sent again by itself. `refused`, `conflict`: a
 * person decides.
 */
export type DraftState = 'typing' | 'due' | 'saving' | 'saved' | 'waiting' | 'refused' | 'conflict';

export interface Draft {
	value: FieldValue;
	/** What a chosen value is called, where it is an id. */
	label: string | null;
	/** The version of the job that was seen when the value was begun. */
	version: number;
	mutationId: string;
	state: DraftState;
	/** Why it was refused. */
	message: string | null;
	/** Who has changed the field meanwhile. */
	by: string | null;
	/** What was sent and may or may not have arrived. */
	unsure: readonly FieldValue[];
}

export type SaveAnswer =
	{ ok: true; body: { version: number; job: JobDetails } } | { ok: false; problem: Problem };

export type Drafts = ReadonlyMap<EditableField, Draft>;

export const NO_DRAFTS: Drafts = new Map();

/** The drafts with another one of a field, or with none. */
export function withDraft(drafts: Drafts, field: EditableField, draft: Draft | null): Drafts {
	const others = [...drafts].filter(([other]) => other !== field);
	return new Map(draft ? [...others, [field, draft]] : others);
}

/** Whether a draft holds something that the server does not have. */
export function isOpen({ state }: Draft): boolean {
	return state !== 'saved';
}

/** A field with another value in it: a new mutation, begun at the version that was seen when the typing began. */
export function withValue(
	before: Draft | undefined,
	fresh: Pick<Draft, 'value' | 'label' | 'state' | 'version' | 'mutationId'>
): Draft {
	const settled = { message: null, by: null };
	// Typing on decides no conflict: that is done by choosing one of the two.
	if (before?.state === 'conflict' && fresh.state === 'typing') return { ...before, value: fresh.value };
	// A choice is made in sight of the newer value; what was saved is begun anew too. What was refused still stands over the
	// value that was seen when it was begun.
	const isGoingOn = before && ['typing', 'due', 'saving', 'waiting', 'refused'].includes(before.state);
	if (!isGoingOn) return { ...fresh, ...settled, unsure: [] };
	const state = before.state === 'saving' ? 'saving' : fresh.state;
	const { value, label, mutationId } = fresh;
	return { ...before, ...settled, value, label, mutationId, state };
}

interface Saving {
	field: EditableField;
	sent: Draft;
	/** The draft when the answer came: it may have been typed on. */
	now: Draft;
	/** The job as it is known with the answer. */
	current: JobDetails;
}

/** J7: what becomes of a field when its save is answered; `answer` is `null` when none came. */
export function draftAfter(
	{ field, sent, now, current }: Saving,
	answer: SaveAnswer | null,
	newMutationId: () => string
): Draft | null {
	const isTypedOn = now.value !== sent.value;
	if (answer?.ok) {
		const saved = { ...now, version: answer.body.version, unsure: [] };
		return isTypedOn ? { ...saved, state: 'due', mutationId: newMutationId() } : { ...saved, state: 'saved' };
	}
	if (!answer || answer.problem.status >= 500)
		return { ...now, state: 'waiting', unsure: [...now.unsure, sent.value] };
	const { problem } = answer;
	if (problem.code !== 'edit.conflict') {
		// What was refused is not what stands in the field any more.
		if (isTypedOn) return { ...now, state: 'due', mutationId: newMutationId() };
		return { ...now, state: 'refused', message: sentenceOf(problem) };
	}
	const version = current.version;
	// The value that stands there is this very draft's: the save had arrived, its answer had not.
	if (now.unsure.includes(fieldValue(current, field)))
		return { ...now, state: 'due', version, mutationId: newMutationId(), unsure: [] };
	return { ...now, state: 'conflict', version, by: problem.conflicts?.[0]?.by ?? null };
}

function sentenceOf({ fields = {}, detail }: Problem): string {
	return Object.values(fields)[0] ?? detail;
}
