import type { Abilities } from '#lib/jobs/abilities.ts';
import type { Status } from '#lib/jobs/status.ts';
import { decideClose, decideMove, UNDO_MINUTES } from '#lib/jobs/workflow.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import { readOnly, refusedHere } from './board-problems.ts';
import type {
	BoardEvent,
	CloseRequest,
	CreateRequest,
	JobResult,
	MoveRequest,
	MoveResult,
	Refused
} from './board-session-types.ts';
import type { Card } from '#lib/board/card.ts';
import type { Outbox, Saved } from './outbox.ts';
import type { Pending } from './pending.ts';

/** What a writer sees of its board. */
export interface WrittenBoard {
	/** The cards as the screen shows them. */
	cards: () => ReadonlyMap<number, Card>;
	abilities: () => Abilities;
	now: () => Instant;
	takesChanges: () => boolean;
	tell: (event: BoardEvent) => void;
	newMutationId: () => string;
}

/** This screen's changes: what the rules refuse is not even sent (W3), what they allow goes into the outbox. */
export class BoardWriter {
	#board: WrittenBoard;
	#outbox: Outbox;

	constructor(board: WrittenBoard, outbox: Outbox) {
		this.#board = board;
		this.#outbox = outbox;
	}

	async move(request: MoveRequest): Promise<MoveResult> {
		const { number, to } = request;
		const from = request.from ?? this.#board.cards().get(number)?.status ?? to;
		const move = { ...request, from };
		const refusal = this.#closedToChanges() ?? this.#refuseMove(move);
		if (refusal) return this.#refused(number, to, refusal);
		const { number: _inPath, vendorName: _shownOnly, ...body } = move;
		const mutationId = this.#board.newMutationId();
		const pending: Pending = { kind: 'move', mutationId, number, at: this.#board.now(), move };
		const saved = await this.#outbox.send(pending, `/api/v1/jobs/${number}/moves`, body);
		if (!saved.ok) return this.#refused(number, to, saved);
		this.#board.tell({ type: 'moved', number, from, to, undoUntil: undoUntil(this.#board.now()) });
		return this.#cardOf(saved, number, mutationId);
	}

	/** W9: shows nothing before it is answered, for only the server knows what was before. */
	async undo(number: number): Promise<MoveResult> {
		const mutationId = this.#board.newMutationId();
		const saved =
			this.#closedToChanges() ??
			(await this.#outbox.send({ kind: 'undo', mutationId, number }, `/api/v1/jobs/${number}/undo`, {}));
		return saved.ok ? this.#cardOf(saved, number, mutationId) : this.#refused(number, null, saved);
	}

	/** W10 */
	async close(number: number, request: CloseRequest): Promise<JobResult> {
		const mutationId = this.#board.newMutationId();
		const saved =
			this.#closedToChanges() ??
			this.#refuseClose(number, request) ??
			(await this.#outbox.send(
				{ kind: 'close', mutationId, number },
				`/api/v1/jobs/${number}/close`,
				request
			));
		if (!saved.ok) return this.#refused(number, null, saved);
		return { ok: true, number, version: saved.version, mutationId };
	}

	/** J3: the card appears with the log. A job that is sent again keeps its mutation id (`create-once.ts`). */
	async create(request: CreateRequest, mutationId = this.#board.newMutationId()): Promise<JobResult> {
		const saved =
			this.#closedToChanges() ??
			(await this.#outbox.send({ kind: 'create', mutationId, number: 0 }, '/api/v1/jobs', request));
		if (!saved.ok) return saved;
		return { ok: true, number: saved.job?.number ?? 0, version: saved.version, mutationId };
	}

	#closedToChanges(): Refused | null {
		return this.#board.takesChanges() ? null : readOnly();
	}

	/** W3: the rules that need no server. Who was faster (W8) is the server's to say. */
	#refuseMove(move: MoveRequest & { from: Status }): Refused | null {
		const card = this.#board.cards().get(move.number);
		if (!card) return refusedHere('job.not_found');
		const hasVendor = card.vendor !== null || Boolean(move.vendorId);
		const job = { status: card.status, hasVendor, closed: false };
		const decision = decideMove(job, move, this.#board.abilities());
		if (decision.ok || decision.refusal.code === 'job.moved') return null;
		const { code, ...facts } = decision.refusal;
		return refusedHere(code, { ...facts, card });
	}

	#refuseClose(number: number, request: CloseRequest): Refused | null {
		const card = this.#board.cards().get(number);
		if (!card) return refusedHere('job.not_found');
		const decision = decideClose({ status: card.status, closed: false }, request, this.#board.abilities());
		return decision.ok ? null : refusedHere(decision.refusal.code);
	}

	#refused(number: number, to: Status | null, refused: Refused): Refused {
		this.#board.tell({ type: 'refused', number, to, kind: refused.kind, problem: refused.problem });
		return refused;
	}

	#cardOf(saved: Saved, number: number, mutationId: string): MoveResult {
		const card = saved.card ?? this.#board.cards().get(number);
		return card ? { ok: true, card, mutationId } : refusedHere('job.not_found');
	}
}

function undoUntil(now: Instant): Instant {
	return new Date(Date.parse(now) + UNDO_MINUTES * 60_000).toISOString();
}
