import { invalidateAll } from '$app/navigation';
import { needOf } from '#lib/board/move-proposal.ts';
import type { Abilities } from '#lib/jobs/abilities.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { CloseInput, MoveInput } from '#lib/jobs/job-input.ts';
import type { Outcome } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import { httpTransport } from '#lib/realtime/http-transport.ts';
import { newMutationId } from '#lib/realtime/mutation-id.ts';
import { FAILED } from '#lib/ui/messages.ts';
import type { Refusal } from '#lib/ui/refusal.ts';

/** Milliseconds that a change may take. */
const ANSWER_MS = 10_000;

/** What has to be asked before a change is sent. */
export type Asking = { need: 'vendor' | 'hold'; to: Status } | { need: Outcome };
type MoveDetails = Pick<MoveInput, 'vendorId' | 'hold'>;

/** What the person on a job's page does to the job: asked first where need be, sent, and the page read again. */
export class JobChanges {
	asking = $state.raw<Asking | null>(null);
	/** Why the last change was refused. */
	problem = $state<string | null>(null);
	busy = $state(false);
	#now: () => { job: JobDetails; abilities: Abilities };
	#attempt = { what: '', mutationId: '' };

	constructor(now: () => { job: JobDetails; abilities: Abilities }) {
		this.#now = now;
	}

	/** W5, W6: sends a move, or asks first for what it lacks. */
	propose(to: Status): void {
		const { job, abilities } = this.#now();
		const need = needOf(job, { number: job.number, from: job.status, to }, abilities);
		if (need) this.asking = { need, to };
		else void this.#tell(this.move(to));
	}

	move(to: Status, details: MoveDetails = {}): Promise<Refusal | null> {
		return this.#send('moves', { from: this.#now().job.status, to, ...details });
	}

	close(closing: Omit<CloseInput, 'mutationId'>): Promise<Refusal | null> {
		return this.#send('close', closing);
	}

	reopen(): void {
		void this.#tell(this.#send('reopen', {}));
	}

	async #tell(change: Promise<Refusal | null>): Promise<void> {
		this.busy = true;
		const refusal = await change.catch(() => ({ detail: FAILED }));
		this.problem = refusal?.detail ?? null;
		this.busy = false;
	}

	/** The same change, sent again because no answer came, is the same mutation. */
	async #send(path: string, body: object): Promise<Refusal | null> {
		const what = JSON.stringify([path, body]);
		if (this.#attempt.what !== what) this.#attempt = { what, mutationId: newMutationId() };
		const { mutationId } = this.#attempt;
		const { number } = this.#now().job;
		const answer = await httpTransport(fetch).post(
			`/api/v1/jobs/${number}/${path}`,
			{ mutationId, ...body },
			AbortSignal.timeout(ANSWER_MS)
		);
		this.#attempt = { what: '', mutationId: '' };
		if (answer.ok || answer.problem.status === 409) await invalidateAll();
		return answer.ok ? null : answer.problem;
	}
}
