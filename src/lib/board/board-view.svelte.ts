import { filterCount, filtersIn, searchOf, type Filters } from '#lib/finding/filters.ts';
import { TypedSearch } from '#lib/finding/typed-search.svelte.ts';
import { agingOf, isRed, type Aging, type AgingSettings } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { BoardSession, RecentChange } from './session/board-session.svelte.ts';
import type { CardMark } from './card-mark.ts';
import type { Card } from './card.ts';
import type { Row } from './column-rows.ts';
import { withCardAt, zoneListsOf, type ZoneLists } from './drag/drag-lists.ts';
import { passes } from './filters.ts';
import { heldCards, NOTHING_HELD, type HeldCards } from './held-cards.ts';
import type { ProposedMove } from './move-proposal.ts';

/** L1: where the filters are kept. */
export interface BoardAddress {
	/** The query of the page's address. */
	search: () => URLSearchParams;
	/** Goes to another address of the board, in place of this one. */
	go: (href: string) => void;
}

/** What this screen shows of the board: the model behind the filters, with the move that is being talked about. */
export class BoardView {
	/** L2: what is being typed, searched in number, customer and title. */
	readonly typed: TypedSearch;
	readonly filters: Filters;
	/** The zones' lists; a column that did not change keeps its array. */
	readonly lists: ZoneLists;
	/** Changes filters in the address. */
	readonly go: (change: Partial<Filters>) => void;
	#session: BoardSession;
	#agings: { now: Instant; settings: AgingSettings; known: WeakMap<Card, Aging> };
	#marks = new WeakMap<RecentChange, CardMark>();
	#before: ZoneLists | null = null;
	#heldBefore = NOTHING_HELD;
	/** P4: what others hold. A board that is not live does not know. */
	#held: HeldCards = $derived.by(() => {
		const { connection, me, terminals } = this.#session;
		return (this.#heldBefore = heldCards(connection === 'live' ? terminals : [], me.id, this.#heldBefore));
	});

	/** `asked` is the move that waits for its dialog. */
	constructor(session: BoardSession, address: BoardAddress, asked: () => ProposedMove | null) {
		this.#session = session;
		this.#agings = { now: session.now, settings: session.shop.aging, known: new WeakMap() };
		this.filters = $derived(filtersIn(address.search()));
		this.typed = new TypedSearch(this.filters.q, (q) => address.go(this.hrefWith({ q })));
		this.go = (change) => address.go(this.hrefWith(change));
		const model = $derived.by(() => (this.#before = this.#listModel()));
		this.lists = $derived.by(() => {
			const move = asked();
			return move ? withCardAt(model, move.number, move.to, move) : model;
		});
	}

	get isFiltered(): boolean {
		return this.typed.text.trim() !== '' || filterCount(this.filters) > 0;
	}

	/** L1: the board's address with some filters changed. */
	hrefWith(change: Partial<Filters>): string {
		return `/work-orders${searchOf({ ...this.filters, ...change })}`;
	}

	/** Whether the filters hide every card. */
	get isEmpty(): boolean {
		return this.isFiltered && Object.values(this.lists).every((list) => list.length === 0);
	}

	/** G6: a card's badges now. */
	agingOf(card: Card): Aging {
		const { now, shop } = this.#session;
		const settings = shop.aging;
		if (this.#agings.now !== now || this.#agings.settings !== settings)
			this.#agings = { now, settings, known: new WeakMap() };
		const known = this.#agings.known.get(card);
		if (known) return known;
		const aging = agingOf(card, now, settings);
		this.#agings.known.set(card, aging);
		return aging;
	}

	/** A card as its column draws it. `card` is what the drag shows, which may have left the board already. */
	rowOf(id: Row['id'], card: Card | undefined): Row | null {
		if (!card) return null;
		const { cards, recent } = this.#session;
		const version = cards.get(card.number)?.version ?? null;
		const mark = this.#markOf(recent.get(card.number)) ?? this.#held.get(card.number) ?? null;
		return { id, card, version, aging: this.agingOf(card), mark };
	}

	/** How many cards a column shows, holds, and shows in red. */
	countsOf(status: Status): { shown: number; all: number; red: number } {
		const all = this.#session.columns[status];
		const shown = this.isFiltered ? all.filter((card) => this.#shows(card)) : all;
		const red = shown.filter((card) => isRed(this.agingOf(card))).length;
		return { shown: shown.length, all: all.length, red };
	}

	/** W8: somebody else has changed the card in the last seconds. */
	#markOf(change: RecentChange | undefined): CardMark | null {
		if (!change) return null;
		const known = this.#marks.get(change) ?? { kind: change.kind, by: change.by };
		this.#marks.set(change, known);
		return known;
	}

	#listModel(): ZoneLists {
		return zoneListsOf(this.#session.columns, (card) => this.#shows(card), this.#before);
	}

	#shows(card: Card): boolean {
		const { now, shop } = this.#session;
		return passes(card, this.filters, this.typed.text, { now, aging: shop.aging });
	}
}
