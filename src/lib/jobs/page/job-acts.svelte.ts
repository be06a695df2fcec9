import { needOf } from '#lib/board/move-proposal.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import type { Abilities } from '#lib/jobs/abilities.ts';
import type { CloseInput, MoveInput } from '#lib/jobs/job-input.ts';
import type { Outcome } from '#lib/jobs/job.ts';
import type { NextStep } from '#lib/jobs/next-step.ts';
import type { Status } from '#lib/jobs/status.ts';
import { httpTransport } from '#lib/realtime/http-transport.ts';
import { newMutationId } from '#lib/realtime/mutation-id.ts';
import { FAILED } from '#lib/ui/messages.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import { MoveNotice } from './move-notice.ts';
import type { JobRecord } from './job-record.svelte.ts';

/** Milliseconds that a change may take. */
const ANSWER_MS = 10_000;

/** What has to be asked before a change is sent. */
export type Asking =
	| { need: 'vendor' | 'hold'; to: Status }
	| { need: Outcome | 'delete' | 'other_customer' | 'other_vendor' | 'update' };

export type MoveRequest = Pick<MoveInput, 'from' | 'to' | 'vendorId' | 'hold'> & { vendorName?: string };
export type CloseRequest = Omit<CloseInput, 'mutationId'>;

/** How moves and closings reach the server; each returns why not, and a move that was made is told of. */
export interface JobWriter {
	move: (request: MoveRequest) => Promise<Refusal | null>;
	close: (request: CloseRequest) => Promise<Refusal | null>;
	/** W9: takes back the last move that was made at this screen, and tells what came of it. */
	undo: () => Promise<void>;
}

interface Surroundings {
	record: JobRecord;
	/** W13: as they are now. */
	abilities: () => Abilities;
	writer?: JobWriter | undefined;
}

/** What the person on a job's page does to the job as a whole: asked first where need be, sent, and the job read again. */
export class JobActs {
	asking = $state.raw<Asking | null>(null);
	/** Why the last change was refused. */
	problem = $state<string | null>(null);
	busy = $state(false);
	/** J8: what follows once the job has been deleted here. */
	onremoved: () => void = () => undefined;
	#record: JobRecord;
	#abilities: () => Abilities;
	#writer: JobWriter;
	#attempt = { what: '', mutationId: '' };
	/** The last change that was sent. */
	#sent: Promise<unknown> = Promise.resolve();

	constructor({ record, abilities, writer }: Surroundings) {
		this.#record = record;
		this.#abilities = abilities;
		this.#writer = writer ?? this.#overHttp();
	}

	take(step: NextStep): void {
		if (step.do === 'move') this.propose(step.to);
		else if (step.do === 'pick_up') this.asking = { need: 'picked_up' };
		else void this.#tell(this.#post('reopen', {}));
	}

	/** W5, W6: sends a move, or asks first for what it lacks. */
	propose(to: Status): void {
		const { job } = this.#record;
		const need = needOf(job, { number: job.number, from: job.status, to }, this.#abilities());
		if (need) this.asking = { need, to };
		else void this.#tell(this.move(to));
	}

	move(to: Status, details: Omit<MoveRequest, 'from' | 'to'> = {}): Promise<Refusal | null> {
		return this.#andRead(this.#writer.move({ from: this.#record.job.status, to, ...details }));
	}

	close(closing: CloseRequest): Promise<Refusal | null> {
		return this.#andRead(this.#writer.close(closing));
	}

	/** W9: a move that is still under way is made first. */
	async undo(): Promise<void> {
		await this.#sent;
		await this.#writer.undo();
		await this.#record.reload();
	}

	/** S2: copies the contact as it was shown. */
	refreshCustomer({ id, version }: Pick<Contact, 'id' | 'version'>): Promise<Refusal | null> {
		return this.#post('refresh-customer', { contact: { id, version } });
	}

	/** J8 */
	async remove(): Promise<Refusal | null> {
		const mutationId = this.#mutationFor('delete');
		const address = `/api/v1/jobs/${this.#record.job.number}?mutationId=${mutationId}`;
		const answer = await fetch(address, { method: 'DELETE', signal: AbortSignal.timeout(ANSWER_MS) });
		if (answer.ok || answer.status === 404) {
			this.onremoved();
			return null;
		}
		return (await answer.json()) as Refusal;
	}

	async #tell(change: Promise<Refusal | null>): Promise<void> {
		this.busy = true;
		const answered = change.catch(() => ({ detail: FAILED }));
		this.#sent = answered;
		const refusal = await answered;
		this.problem = refusal?.detail ?? null;
		this.busy = false;
	}

	async #andRead(change: Promise<Refusal | null>): Promise<Refusal | null> {
		const refusal = await change;
		await this.#record.reload();
		return refusal;
	}

	#overHttp(): JobWriter {
		const notice = new MoveNotice(this.#record.job.number, () => this.#post('undo', {}));
		return {
			move: async ({ vendorName: _, ...request }) => {
				const refusal = await this.#post('moves', request);
				if (refusal === null) notice.moved(request.to);
				return refusal;
			},
			close: async (request) => {
				const refusal = await this.#post('close', request);
				if (refusal === null) notice.over();
				return refusal;
			},
			undo: () => notice.undo()
		};
	}

	async #post(path: string, body: object): Promise<Refusal | null> {
		const mutationId = this.#mutationFor(JSON.stringify([path, body]));
		const answer = await httpTransport(fetch).post(
			`/api/v1/jobs/${this.#record.job.number}/${path}`,
			{ mutationId, ...body },
			AbortSignal.timeout(ANSWER_MS)
		);
		this.#attempt = { what: '', mutationId: '' };
		await this.#record.reload();
		return answer.ok ? null : answer.problem;
	}

	/** The same change, sent again because no answer came, is the same mutation. */
	#mutationFor(what: string): string {
		if (this.#attempt.what !== what) this.#attempt = { what, mutationId: newMutationId() };
		return this.#attempt.mutationId;
	}
}
