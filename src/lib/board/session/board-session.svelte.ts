import type { Abilities } from '#lib/jobs/abilities.ts';
import { dayIn, nextMidnight, type Instant } from '#lib/kernel/dates.ts';
import {
	openConnection,
	type Connection,
	type ConnectionEnd,
	type ConnectionListener
} from '#lib/realtime/connection.ts';
import { httpTransport } from '#lib/realtime/http-transport.ts';
import { newMutationId } from '#lib/realtime/mutation-id.ts';
import { BoardCore } from './board-core.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import { markKind } from '#lib/board/card-mark.ts';
import type { Change, PresenceReport, Terminal } from '#lib/realtime/protocol.ts';
import type {
	BoardEvent,
	BoardStep,
	CloseRequest,
	ConnectionState,
	CreateRequest,
	JobResult,
	Me,
	MoveRequest,
	MoveResult,
	Surroundings
} from './board-session-types.ts';
import type { Card } from '#lib/board/card.ts';
import { columnsOf, type Columns } from '#lib/board/columns.ts';
import { NOTHING_RECENT, withoutRecent, withRecent } from './recent-changes.ts';

export type { RecentChange } from './recent-changes.ts';

/** W8: how long a card that somebody else changed stays outlined, in milliseconds. */
const RECENT_MS = 2_000;
/** How often the day is looked at, besides at midnight: a terminal may have slept through that. */
const DAY_CHECK_MS = 30_000;

export interface BoardSessionOptions {
	snapshot: BoardSnapshot;
	me: Me;
	fetch: typeof globalThis.fetch;
}

const SURROUNDINGS: Surroundings = {
	elapsed: () => performance.now(),
	after: (ms, run) => {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
	newMutationId
};

/**
 * One screen's live board. Made while rendering on the server as well as in the browser, where `start` connects it
 * until `destroy`.
 */
export class BoardSession {
	/** The cards as this screen shows them: the log's, with its own unanswered changes on top. */
	cards = $state.raw() as ReadonlyMap<number, Card>;
	version = $state(0);
	shop = $state.raw() as BoardSnapshot['shop'];
	statuses = $state.raw<BoardSnapshot['statuses']>([]);
	abilities = $state.raw() as Abilities;
	/** D1: the display that this screen is, as it is set now. */
	display = $state.raw<BoardSnapshot['display']>();
	/** C4, C5 */
	connection = $state<ConnectionState>('catching_up');
	/** C4: the last moment at which the board was known to be current. */
	asOf = $state<Instant>('');
	/** G5: the server's time when the day last changed; badges follow it. */
	now = $state<Instant>('');
	/** What others changed within the last two seconds. */
	recent = $state.raw(NOTHING_RECENT);
	/** P4: who is connected to the shop, as it was last known; nobody while rendering on the server. */
	terminals = $state.raw<readonly Terminal[]>([]);
	readonly me: Me;
	/** W12: the cards by status, from the top down; a column that did not change keeps its array. */
	readonly columns: Columns;

	/** D1: whom the server takes this screen for in a browser that holds a person's session and a display's token. */
	readonly #as: 'person' | 'display';
	#core: BoardCore;
	#connection: Connection | null = null;
	#reported: PresenceReport = {};
	#listeners: readonly ((event: BoardEvent) => void)[] = [];
	#followers: readonly ((step: BoardStep) => void)[] = [];
	#stopDays: (() => void) | null = null;

	constructor({ snapshot, me, fetch }: BoardSessionOptions) {
		this.me = me;
		const since = (version: number) =>
			this.#connection?.since(version) ?? Promise.reject(new Error('Not connected'));
		const as = snapshot.display ? 'display' : 'person';
		this.#as = as;
		this.#core = new BoardCore({ snapshot, me }, { ...httpTransport(fetch, as), since }, SURROUNDINGS, {
			changed: () => this.#show(),
			tell: (event) => this.#tell(event),
			wentOn: (step) => {
				for (const listener of this.#followers) listener(step);
			}
		});
		this.now = snapshot.now;
		this.#show();
		let before: Columns | undefined;
		this.columns = $derived.by(() => (before = columnsOf(this.cards, before)));
	}

	/** The server's time now. */
	serverNow(): Instant {
		return this.#core.clock.now();
	}

	move(request: MoveRequest): Promise<MoveResult> {
		return this.#core.writer.move(request);
	}

	undo(number: number): Promise<MoveResult> {
		return this.#core.writer.undo(number);
	}

	close(number: number, request: CloseRequest): Promise<JobResult> {
		return this.#core.writer.close(number, request);
	}

	create(request: CreateRequest, mutationId?: string): Promise<JobResult> {
		return this.#core.writer.create(request, mutationId);
	}

	/** P4: tells the shop's other screens what this one shows or holds; what is not named stays. */
	report(news: PresenceReport): void {
		this.#reported = { ...this.#reported, ...news };
		this.#connection?.report(news);
	}

	/** Hears what the board tells besides its state, until the answer is called. */
	onEvent(listener: (event: BoardEvent) => void): () => void {
		this.#listeners = [...this.#listeners, listener];
		return () => {
			this.#listeners = this.#listeners.filter((other) => other !== listener);
		};
	}

	/** Hears of every step of the board, before it shows, until the answer is called. */
	onStep(follower: (step: BoardStep) => void): () => void {
		this.#followers = [...this.#followers, follower];
		return () => {
			this.#followers = this.#followers.filter((other) => other !== follower);
		};
	}

	/** Connects; in the browser only. */
	start(): void {
		if (this.#connection) return;
		const core = this.#core;
		core.start();
		const listener: ConnectionListener = {
			me: this.me.id,
			version: () => core.version,
			linkUp: () => core.linkUp(),
			linkDown: () => core.linkDown(),
			receive: (changes) => core.receive(changes),
			pulse: (pulse) => core.pulse(pulse),
			reload: (to) => core.reload(to),
			presence: (terminals) => (this.terminals = terminals),
			end: (reason) => this.#end(reason)
		};
		this.#connection = openConnection(listener, this.#as);
		this.#connection.report(this.#reported);
		this.#watchDay();
	}

	destroy(): void {
		this.#connection?.close();
		this.#connection = null;
		this.#core.stop();
		this.#stopDays?.();
	}

	#end(reason: ConnectionEnd): void {
		this.#core.end(reason);
		this.#connection?.close();
	}

	#show(): void {
		const { cards, version, shop, statuses, abilities, display, connection, asOf } = this.#core;
		Object.assign(this, { cards, version, shop, statuses, abilities, display, connection, asOf });
		this.#turnDay();
	}

	#tell(event: BoardEvent): void {
		if (event.type === 'remote') this.#outline(event.change);
		for (const listener of this.#listeners) listener(event);
	}

	#outline({ number, by, kind }: Change): void {
		const mark = markKind(kind, this.recent.get(number)?.kind);
		// What somebody writes on a job themselves, beside the board, is no news to them.
		if (mark === 'changed' && by?.id === this.me.id) return;
		const change = { kind: mark, by: by?.name ?? null, at: this.serverNow() };
		this.recent = withRecent(this.recent, number, change);
		SURROUNDINGS.after(RECENT_MS, () => {
			this.recent = withoutRecent(this.recent, number, change);
		});
	}

	/** G5: the day changes by itself, by the server's clock. */
	#watchDay(): void {
		this.#turnDay();
		const now = this.serverNow();
		const untilMidnight = Date.parse(nextMidnight(this.shop.timeZone, now)) - Date.parse(now);
		this.#stopDays = SURROUNDINGS.after(Math.min(untilMidnight, DAY_CHECK_MS), () => this.#watchDay());
	}

	#turnDay(): void {
		const { timeZone } = this.shop;
		const now = this.serverNow();
		if (dayIn(timeZone, now) !== dayIn(timeZone, this.now)) this.now = now;
	}
}
