import type { Abilities } from '#lib/jobs/abilities.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import { ServerClock } from '#lib/kernel/server-clock.ts';
import type { ConnectionEnd } from '#lib/realtime/connection.ts';
import type { Change, Changes, Pulse } from '#lib/realtime/protocol.ts';
import type { BoardState } from '#lib/board/apply-change.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import type {
	BoardEvent,
	BoardStep,
	BoardTransport,
	ConnectionState,
	Me,
	Surroundings
} from './board-session-types.ts';
import { BoardSync } from './board-sync.ts';
import { BoardWriter, type WrittenBoard } from './board-writer.ts';
import type { Card } from '#lib/board/card.ts';
import { Liveness } from './liveness.ts';
import { Outbox } from './outbox.ts';
import { OwnChanges } from './own-changes.ts';

/** More changes than this at once are a catch-up: they are shown, but not told one by one. */
const TOLD_AT_ONCE = 20;

export interface CoreListener {
	/** Something that the screen shows may have changed. */
	changed: () => void;
	tell: (event: BoardEvent) => void;
	/** For a screen that shows what is new, however much came at once. */
	wentOn?: (step: BoardStep) => void;
}

/** One screen's board without the screen: what the log brought, what was changed here, and how live it is. */
export class BoardCore {
	readonly writer: BoardWriter;
	readonly clock: ServerClock;
	shop: BoardSnapshot['shop'];
	statuses: BoardSnapshot['statuses'];
	abilities: Abilities;
	/** D1: the display that this screen is, as it is set now. */
	display: BoardSnapshot['display'];
	/** C4: the last moment at which the board was known to be current, by the server's clock. */
	asOf: Instant;
	#me: Me;
	#listener: CoreListener;
	#sync: BoardSync;
	#own = new OwnChanges();
	#outbox: Outbox;
	#liveness: Liveness;
	#view: ReadonlyMap<number, Card>;

	constructor(
		{ snapshot, me }: { snapshot: BoardSnapshot; me: Me },
		transport: BoardTransport,
		surroundings: Surroundings,
		listener: CoreListener
	) {
		const { elapsed, after, newMutationId } = surroundings;
		this.#me = me;
		this.#listener = listener;
		this.shop = snapshot.shop;
		this.statuses = snapshot.statuses;
		this.abilities = snapshot.abilities;
		this.display = snapshot.display;
		this.asOf = snapshot.now;
		this.clock = new ServerClock(snapshot.now, elapsed);
		const cards = new Map(snapshot.cards.map((card) => [card.number, card]));
		this.#view = cards;
		this.#liveness = new Liveness(after, () => this.#expire());
		this.#sync = new BoardSync({ version: snapshot.version, cards }, transport, after, {
			applied: (before, changes) => this.#applied(before, changes),
			ruled: (fresh) => this.#ruled(fresh),
			reloaded: () => this.#reloaded(),
			changed: () => this.#changed(),
			signedOut: () => this.end('signed_out')
		});
		this.#outbox = new Outbox(this.#own, transport.post, after, {
			version: () => this.version,
			changed: () => this.#changed(),
			signedOut: () => this.end('signed_out')
		});
		this.writer = new BoardWriter(this.#written(newMutationId), this.#outbox);
	}

	get version(): number {
		return this.#sync.state.version;
	}

	/** The cards as the screen shows them: the log's, with this screen's own changes on top. */
	get cards(): ReadonlyMap<number, Card> {
		return this.#view;
	}

	get connection(): ConnectionState {
		return this.#liveness.state;
	}

	start(): void {
		this.#liveness.start();
	}

	stop(): void {
		this.#liveness.stop();
		this.#outbox.giveUp();
	}

	linkUp(): void {
		this.#liveness.update(false, true);
		this.#sync.linkUp();
	}

	linkDown(): void {
		this.#liveness.update(false, false);
		this.#sync.linkDown();
	}

	receive(changes: Changes): void {
		this.#sync.receive(changes);
	}

	pulse(pulse: Pulse): void {
		this.clock.hear(pulse.now);
		this.#sync.pulse(pulse);
		if ((pulse.rules ?? 0) > this.shop.rules) this.#sync.reload(pulse);
	}

	reload(to: { version: number }): void {
		this.#sync.reload(to);
	}

	/** The server knows whoever looks at the board, or this version of the program, no more. */
	end(reason: ConnectionEnd): void {
		this.#liveness.end(reason);
		this.stop();
		this.#changed();
		if (reason !== 'reload_needed') this.#listener.tell({ type: 'ended', reason });
	}

	#written(newMutationId: () => string): WrittenBoard {
		return {
			cards: () => this.#view,
			abilities: () => this.abilities,
			now: () => this.clock.now(),
			takesChanges: () => this.#liveness.takesChanges,
			tell: (event) => this.#listener.tell(event),
			newMutationId
		};
	}

	#applied(before: BoardState, changes: readonly Change[]): void {
		this.#listener.wentOn?.({ before: before.cards, cards: this.#sync.state.cards, changes });
		const others = this.#own.settle(changes, this.version, this.#me.id);
		this.#view = this.#own.view(this.#sync.state.cards, this.shop.timeZone);
		if (others.length > TOLD_AT_ONCE) return;
		for (const change of others) {
			const { number } = change;
			const card = this.#sync.state.cards.get(number) ?? null;
			this.#listener.tell({ type: 'remote', change, card, before: before.cards.get(number) ?? null });
		}
	}

	/** P3: what is decided for the shop and for whoever looks at it: names, rules, rights. */
	#ruled({ shop, statuses, abilities, display, now }: BoardSnapshot): void {
		const isNews = shop.rules !== this.shop.rules;
		Object.assign(this, { shop, statuses, abilities, display });
		this.clock.hear(now);
		this.#changed();
		if (isNews) this.#listener.tell({ type: 'decided_anew' });
	}

	#reloaded(): void {
		this.#listener.wentOn?.({ before: this.#view, cards: this.#sync.state.cards, changes: null });
		this.#own.forgetAnswers();
		this.#changed();
	}

	/** C5 */
	#expire(): void {
		this.#outbox.giveUp();
		this.#changed();
	}

	#changed(): void {
		this.#liveness.update(this.#sync.isCurrent, null);
		if (this.#sync.isCurrent) this.asOf = this.clock.now();
		this.#view = this.#own.view(this.#sync.state.cards, this.shop.timeZone);
		this.#listener.changed();
	}
}
