import { refusedHere } from '#lib/board/session/board-problems.ts';
import type { Answer } from '#lib/board/session/board-session-types.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import { byRank, type Card } from '#lib/board/card.ts';
import { placeInto } from '#lib/board/placement.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { STATUS_FACTS, STATUSES, nextStatuses, type Status } from '#lib/jobs/status.ts';
import { decideClose, decideMove, standAfter } from '#lib/jobs/workflow.ts';
import type { BoardProblemCode } from '#lib/problems/board-words.ts';
import type { Change, ChangeKind, Changes, SinceAnswer } from '#lib/realtime/protocol.ts';

/** As a client sends it. */
export interface Asked {
	mutationId: string;
	by: { id: string; name: string };
	path: string;
	body: Record<string, unknown>;
}

interface Written {
	version: number;
	card?: Card;
	job?: { number: number };
}

const EPOCH = Date.parse('2026-03-02T08:00:00.000Z');
const TIME_ZONE = 'Europe/Vienna';
/** Small, so that simulated clients fall too far behind now and then. */
const CATCH_UP_LIMIT = 100;
const ABILITIES = abilitiesOf({ kind: 'person', shopId: 'shop', id: 'any', name: 'Any', role: 'admin' });

/** A shop's server without its database: the real rules over a log in memory. */
export class ModelServer {
	readonly cards = new Map<number, Card>();
	readonly log: Change[] = [];
	/** When each mutation was committed, in milliseconds. */
	readonly committed = new Map<string, number>();
	#answers = new Map<string, Answer<Written>>();
	#heldClocks = new Map<number, string>();
	#elapsed: () => number;
	#publish: (changes: Changes) => void;
	#lastNumber = 0;

	constructor(elapsed: () => number, publish: (changes: Changes) => void) {
		this.#elapsed = elapsed;
		this.#publish = publish;
	}

	get version(): number {
		return this.log.length;
	}

	get now(): string {
		return new Date(EPOCH + this.#elapsed()).toISOString();
	}

	snapshot(): BoardSnapshot {
		return {
			version: this.version,
			now: this.now,
			shop: {
				id: 'shop',
				name: 'Shop',
				timeZone: TIME_ZONE,
				aging: { ...DEFAULT_AGING, timeZone: TIME_ZONE },
				logo: null,
				rules: 1
			},
			statuses: STATUSES.map((code) => ({ code, ...STATUS_FACTS[code], next: nextStatuses(code) })),
			cards: [...this.cards.values()],
			abilities: ABILITIES
		};
	}

	since(version: number): SinceAnswer {
		if (version > this.version || this.version - version > CATCH_UP_LIMIT)
			return { reload: true, version: this.version };
		return { from: version, to: this.version, changes: this.log.slice(version) };
	}

	/** Does what is asked, once a mutation id. */
	post(asked: Asked): Answer<Written> {
		const earlier = this.#answers.get(asked.mutationId);
		if (earlier) return earlier;
		const answer = this.#do(asked);
		if (answer.ok) {
			this.#answers.set(asked.mutationId, answer);
			this.committed.set(asked.mutationId, this.#elapsed());
		}
		return answer;
	}

	#do(asked: Asked): Answer<Written> {
		const [, number, action] = /jobs\/(\d+)\/(\w+)$/.exec(asked.path) ?? [];
		if (!number) return this.#create(asked);
		const card = this.cards.get(Number(number));
		if (!card) return refuse('job.closed');
		return action === 'moves' ? this.#move(asked, card) : this.#close(asked, card);
	}

	#create(asked: Asked): Answer<Written> {
		const card = this.#newCard(++this.#lastNumber);
		this.cards.set(card.number, card);
		this.#commit(asked, card.number, 'created', { set: card });
		return { ok: true, body: { version: this.version, job: { number: card.number } } };
	}

	#move(asked: Asked, card: Card): Answer<Written> {
		const move = asked.body as {
			from: Status;
			to: Status;
			after?: number;
			before?: number;
			hold?: { reason: 'stones' };
		};
		const decision = decideMove({ status: card.status, hasVendor: true, closed: false }, move, ABILITIES);
		if (!decision.ok) return refuse(decision.refusal.code, card);
		const heldClock = this.#heldClocks.get(card.number) ?? null;
		const standing = standAfter({ ...card, heldClock }, move, this.now, TIME_ZONE);
		if (standing.heldClock) this.#heldClocks.set(card.number, standing.heldClock);
		else this.#heldClocks.delete(card.number);
		const { status, statusSince, hold } = standing;
		const rank = placeInto(this.#column(move.to, card.number), move);
		const set = { status, statusSince, hold, rank, version: this.version + 1 };
		const moved = { ...card, ...set };
		this.cards.set(card.number, moved);
		this.#commit(asked, card.number, 'moved', {
			set: { ...set, ...(status === card.status && { status: undefined }) }
		});
		return { ok: true, body: { version: this.version, card: moved } };
	}

	#close(asked: Asked, card: Card): Answer<Written> {
		const close = asked.body as { outcome: 'cancelled'; reason: string };
		const decision = decideClose({ status: card.status, closed: false }, close, ABILITIES);
		if (!decision.ok) return refuse(decision.refusal.code);
		this.cards.delete(card.number);
		this.#commit(asked, card.number, 'closed', { gone: true });
		return { ok: true, body: { version: this.version, job: { number: card.number } } };
	}

	#commit({ by }: Asked, number: number, kind: ChangeKind, what: Pick<Change, 'set' | 'gone'>): void {
		const change: Change = { version: this.version + 1, at: this.now, by, number, kind, ...what };
		this.log.push(JSON.parse(JSON.stringify(change)) as Change);
		this.#publish({ from: this.version - 1, to: this.version, changes: this.log.slice(-1) });
	}

	#column(status: Status, without: number): Card[] {
		return [...this.cards.values()]
			.filter((card) => card.status === status && card.number !== without)
			.sort(byRank);
	}

	#newCard(number: number): Card {
		return {
			number,
			type: 'custom',
			status: 'QN',
			rank: placeInto(this.#column('QN', number), {}),
			version: this.version + 1,
			title: `Ring ${number}`,
			customer: 'Maria Gonzalez',
			salesperson: { id: 'ana', name: 'Ana Ruiz', initials: 'AR' },
			jeweler: null,
			vendor: 'Castwell',
			promisedOn: '2026-12-24',
			statusSince: this.now,
			rush: false,
			location: null,
			hold: null,
			cover: null,
			images: 0,
			documents: 0,
			createdAt: this.now
		};
	}
}

function refuse(code: BoardProblemCode, card?: Card): Answer<Written> {
	return { ok: false, problem: refusedHere(code, card && { card }).problem };
}
