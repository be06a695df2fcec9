import { untrack } from 'svelte';
import type { Card } from '#lib/board/card.ts';
import { timeIn } from '#lib/board/clock-time.ts';
import type { BoardSession } from '#lib/board/session/board-session.svelte.ts';
import type { BoardStep } from '#lib/board/session/board-session-types.ts';
import type { DisplaySettings } from '#lib/displays/display.ts';
import { agingOf, isRed, type Aging, type AgingSettings } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import { dayIn, type Day, type Instant } from '#lib/kernel/dates.ts';
import { fitWall, type Fit, type Viewport } from './fit.ts';
import { afterChanges, afterSnapshot, NO_HIGHLIGHTS, withoutOld } from './highlights.ts';
import { latenessOf } from './lateness.ts';
import { lateFirst, PAGE_MS, pageAt } from './pages.ts';
import { shiftAt } from './picture-shift.ts';
import { WallRows, type WallRow } from './wall-rows.ts';

/** One column as the wall shows it now. */
export interface WallColumn {
	status: Status;
	rows: readonly WallRow[];
	/** How many cards it has, on all of its pages. */
	count: number;
	/** Counted from 1. */
	page: number;
	pages: number;
}

interface List {
	status: Status;
	cards: readonly Card[];
}

interface Totals {
	jobs: number;
	red: number;
	/** How many of those in red are past their promised date. */
	overdue: number;
}

/** What the server draws for, before the browser has told; every 16:9 screen looks the same. */
const FULL_HD: Viewport = { width: 1920, height: 1080 };
const MINUTE_MS = 60_000;
const NO_CARDS: ReadonlyMap<number, Card> = new Map();

/** What a wall shows of its board: which cards of which columns, how large, which of them highlighted, and the time. */
export class WallView {
	screen = $state.raw<Viewport>(FULL_HD);
	#session: BoardSession;
	#settings: () => DisplaySettings;
	/** Server time in milliseconds, as of the last tick. */
	#now = $state(0);
	#highlights = $state.raw(NO_HIGHLIGHTS);
	#rows = new WallRows();
	#agings: { settings: AgingSettings; day: Day; at: Instant; known: WeakMap<Card, Aging> } | null = null;

	// Derived in steps: what stays the same from one second, or one change, to the next asks nobody to draw again.
	#minute = $derived.by(() => Math.floor(this.#now / MINUTE_MS) * MINUTE_MS);
	#beat = $derived.by(() => Math.floor(this.#now / PAGE_MS) * PAGE_MS);
	#lists = $derived.by(() => this.#settings().statuses.map((status) => this.#listOf(status)));
	#most = $derived.by(() => Math.max(0, ...this.#lists.map(({ cards }) => cards.length)));

	readonly fit: Fit = $derived.by(() => {
		const { statuses, density } = this.#settings();
		return fitWall(this.screen, statuses.length, this.#most, density);
	});
	readonly columns: readonly WallColumn[] = $derived.by(() =>
		this.#lists.map((list) => this.#columnOf(list))
	);
	/** G1, G2: of all that it shows on all pages. */
	readonly totals: Totals = $derived.by(() => this.#count(this.#lists.flatMap(({ cards }) => cards)));
	/** The server's time on the shop's clock, "14:02". */
	readonly time: string = $derived.by(() => timeIn(this.#session.shop.timeZone, isoOf(this.#minute)));
	/** The day in the shop, which turns at midnight there without any news. */
	readonly today: Day = $derived.by(() => dayIn(this.#session.shop.timeZone, isoOf(this.#minute)));
	/** D2: where the picture stands, in pixels. */
	readonly shift: { x: number; y: number } = $derived.by(() => shiftAt(this.#minute, this.screen.height));

	constructor(session: BoardSession, settings: () => DisplaySettings) {
		this.#session = session;
		this.#settings = settings;
		const now = Date.parse(session.now);
		this.#now = now;
		this.#highlights = afterSnapshot(NO_HIGHLIGHTS, NO_CARDS, session.cards, now);
	}

	/** Time goes on. */
	tick(): void {
		this.#now = Date.parse(this.#session.serverNow());
		this.#highlights = withoutOld(this.#highlights, this.#now);
	}

	/** Takes in a step of the board; returns the jobs that have just come to a status. */
	follow({ before, cards, changes }: BoardStep): { cameTo: (status: Status) => boolean } {
		this.tick();
		const known = this.#highlights;
		this.#highlights = changes
			? afterChanges(known, before, changes, this.#now)
			: afterSnapshot(known, before, cards, this.#now);
		const fresh = [...this.#highlights].filter(([number, highlight]) => known.get(number) !== highlight);
		const arrived = fresh.map(([number]) => cards.get(number)).filter((card) => card && this.#shows(card));
		return { cameTo: (status) => arrived.some((card) => card?.status === status) };
	}

	#listOf(status: Status): List {
		const cards = this.#session.columns[status];
		return { status, cards: this.#settings().type ? cards.filter((card) => this.#shows(card)) : cards };
	}

	#shows({ type, status }: Card): boolean {
		const { statuses, type: only } = this.#settings();
		return statuses.includes(status) && (only === null || only === type);
	}

	#columnOf({ status, cards }: List): WallColumn {
		const room = this.fit.rows * this.fit.lanes;
		const ordered = lateFirst(cards, (card) => latenessOf(this.#agingOf(card)));
		const late = cards.filter((card) => isRed(this.#agingOf(card))).length;
		const { items, page, pages } = pageAt(ordered, room, this.#beat, late);
		const rows = items.map((card) => {
			const highlight = this.#highlights.get(card.number) ?? null;
			return { card, aging: this.#agingOf(card), highlight };
		});
		return { status, rows: this.#rows.keep(status, rows), count: cards.length, page, pages };
	}

	#count(cards: readonly Card[]): Totals {
		const agings = cards.map((card) => this.#agingOf(card));
		const overdue = agings.filter(({ due }) => due.state === 'overdue').length;
		return { jobs: cards.length, overdue, red: agings.filter(isRed).length };
	}

	/** G5, G6: a card's badges on this day, by the shop's rules as they are now. */
	#agingOf(card: Card): Aging {
		const settings = this.#session.shop.aging;
		const day = this.today;
		if (this.#agings?.settings !== settings || this.#agings.day !== day) {
			const at = untrack(() => isoOf(this.#now));
			this.#agings = { settings, day, at, known: new WeakMap() };
		}
		const aging = this.#agings.known.get(card) ?? agingOf(card, this.#agings.at, settings);
		this.#agings.known.set(card, aging);
		return aging;
	}
}

function isoOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}
