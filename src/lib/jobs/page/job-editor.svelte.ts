import { fieldValue } from '#lib/jobs/decide-edit.ts';
import { bodyOf, type FieldValue } from '#lib/jobs/edit-input.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { EditableField } from '#lib/jobs/job.ts';
import { Timers, type After } from '#lib/kernel/timers.ts';
import type { Problem } from '#lib/problems/problem.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import { draftAfter, isOpen, NO_DRAFTS, withDraft, withValue, type Draft, type SaveAnswer } from './draft.ts';

/** Milliseconds of quiet after which what was typed is saved. */
const QUIET_MS = 900;
/** Milliseconds before a save that got no answer is sent again. */
const RETRY_MS = 3_000;
/** Milliseconds for which a field says that it was saved. */
const SAVED_MS = 2_500;

export interface EditorSurroundings {
	/** The job as it is known now, and what takes a newer one in. */
	record: { readonly job: JobDetails; accept: (job: JobDetails) => void };
	/** Sends one edit; rejects when there is no answer. */
	send: (body: object) => Promise<SaveAnswer>;
	newMutationId: () => string;
	after: After;
}

/**
 * J7: saves each field of a job by itself, a little after it was typed. What was typed stays until it is saved, whatever
 * others do meanwhile; of the same field both values are kept until somebody chooses.
 */
export class JobEditor {
	/** What differs from the saved job, or is being typed. */
	drafts = $state.raw(NO_DRAFTS);
	/** The field that was saved last, for a moment. */
	saved = $state<EditableField | null>(null);
	#around: EditorSurroundings;
	#timers: Timers<EditableField | 'retry' | 'saved'>;
	#running: Promise<void> | null = null;

	constructor(surroundings: EditorSurroundings) {
		this.#around = surroundings;
		this.#timers = new Timers(surroundings.after);
	}

	/** What a field shows: what is typed, else what is saved. */
	valueOf(field: EditableField): FieldValue {
		const draft = this.drafts.get(field);
		const { job } = this.#around.record;
		// What others make of a field that was only left standing in the hand shows at once.
		const isOver = draft?.state === 'saved' && job.version > draft.version;
		return draft && !isOver ? draft.value : fieldValue(job, field);
	}

	/** Whether anything is not saved yet. */
	get isUnsaved(): boolean {
		return [...this.drafts.values()].some(isOpen);
	}

	/** Whether something needs a person: refused, in conflict, or without an answer. */
	get isStuck(): boolean {
		return [...this.drafts.values()].some(({ state }) => ['refused', 'conflict', 'waiting'].includes(state));
	}

	/** A key was pressed in a field: saved once it has been quiet for a while. */
	type(field: EditableField, value: FieldValue): void {
		this.#note(field, value, 'typing');
		if (this.drafts.get(field)?.state === 'conflict') return;
		this.#timers.set(field, QUIET_MS, () => this.#due(field));
	}

	/** The field was left: saves what was typed in it now. */
	leave(field: EditableField): void {
		const draft = this.drafts.get(field);
		if (draft?.state === 'typing') this.#due(field);
		else if (draft?.state === 'saved') this.#put(field, null);
	}

	/** Saves a value that was chosen. Returns why it was refused; what else may come shows at the field. */
	async choose(
		field: EditableField,
		value: FieldValue,
		label: string | null = null
	): Promise<Refusal | null> {
		this.#note(field, value, 'due', label);
		await this.flush();
		const draft = this.drafts.get(field);
		if (draft?.state === 'saved') this.#put(field, null);
		return draft?.state === 'refused' ? { detail: draft.message ?? '' } : null;
	}

	/** J7: of two values the own one stays. */
	keepMine(field: EditableField): void {
		const draft = this.drafts.get(field);
		if (draft) void this.choose(field, draft.value, draft.label);
	}

	/** What stands in a field cannot be meant: it is not sent, and is not forgotten. */
	refuse(field: EditableField, message: string): void {
		this.#timers.clear(field);
		this.#note(field, this.valueOf(field), 'due');
		const draft = this.drafts.get(field);
		if (draft) this.#put(field, { ...draft, state: 'refused', message });
	}

	/** J7: of two values the other one stays; also gives up what was refused. */
	takeTheirs(field: EditableField): void {
		this.#put(field, null);
	}

	/** Saves all that waits. Resolves when everything has an answer, or none came. */
	async flush(): Promise<void> {
		for (const [field, { state }] of this.drafts) if (state === 'typing') this.#due(field, false);
		await this.#run();
	}

	/** Tries again at once what got no answer. */
	async retry(): Promise<void> {
		for (const [field, { state }] of this.drafts) if (state === 'waiting') this.#due(field, false);
		await this.#run();
	}

	stop(): void {
		this.#timers.clearAll();
	}

	#note(field: EditableField, value: FieldValue, state: 'typing' | 'due', label: string | null = null): void {
		const { record, newMutationId } = this.#around;
		const before = this.drafts.get(field);
		const { version } = record.job;
		const fresh = { value, label, state, version, mutationId: newMutationId() };
		this.#put(field, withValue(before, fresh));
	}

	#due(field: EditableField, isRun = true): void {
		this.#timers.clear(field);
		const draft = this.drafts.get(field);
		if (draft) this.#put(field, { ...draft, state: 'due' });
		if (isRun) void this.#run();
	}

	#run(): Promise<void> {
		this.#running ??= this.#saveAll().finally(() => {
			this.#running = null;
		});
		return this.#running;
	}

	/** One after the other: each then knows the version that the one before has made. */
	async #saveAll(): Promise<void> {
		for (;;) {
			const next = [...this.drafts].find(([, { state }]) => state === 'due');
			if (!next) return;
			await this.#save(...next);
		}
	}

	async #save(field: EditableField, draft: Draft): Promise<void> {
		const { record, send } = this.#around;
		const { value, version, mutationId } = draft;
		this.#put(field, { ...draft, state: 'saving' });
		const answer = await send({ mutationId, version, ...bodyOf(field, value) }).catch(() => null);
		const job = answer?.ok ? answer.body.job : jobOf(answer?.problem);
		if (job) record.accept(job);
		const now = this.drafts.get(field);
		if (!now) return;
		const next = draftAfter(
			{ field, sent: draft, now, current: record.job },
			answer,
			this.#around.newMutationId
		);
		this.#put(field, next);
		if (answer?.ok) this.#showSaved(field);
		if (next?.state === 'waiting') this.#timers.set('retry', RETRY_MS, () => void this.retry());
	}

	#showSaved(field: EditableField): void {
		this.saved = field;
		this.#timers.set('saved', SAVED_MS, () => (this.saved = null));
	}

	#put(field: EditableField, draft: Draft | null): void {
		this.drafts = withDraft(this.drafts, field, draft);
	}
}

function jobOf(problem: Problem | undefined): JobDetails | undefined {
	return problem?.job;
}
