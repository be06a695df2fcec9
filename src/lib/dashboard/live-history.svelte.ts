import type { BoardEvent } from '#lib/board/session/board-session-types.ts';
import type { BoardSession } from '#lib/board/session/board-session.svelte.ts';
import { dayIn, startOfDay } from '#lib/kernel/dates.ts';
import type { DashboardHistory } from './dashboard.ts';
import { feedEntryOf, feedOf, type FeedEntry } from './feed.ts';
import { Refresher } from './refresher.ts';

/** Milliseconds that an answer may take. */
const ANSWER_MS = 10_000;

/** P4: what the server tells of the shop's past, kept current beside a live board. */
export class LiveHistory {
	told = $state.raw() as DashboardHistory;
	/** The day's feed: what was told, and what was heard of since. */
	readonly feed: readonly FeedEntry[];
	#heard = $state.raw<readonly FeedEntry[]>([]);
	#session: BoardSession;
	#fetch: typeof globalThis.fetch;
	#refresher: Refresher;
	#stopHearing: (() => void) | null = null;

	constructor(told: DashboardHistory, session: BoardSession, fetch: typeof globalThis.fetch) {
		this.told = told;
		this.#session = session;
		this.#fetch = fetch;
		this.#refresher = new Refresher(
			() => this.#read(),
			(ms, run) => {
				const timer = setTimeout(run, ms);
				return () => clearTimeout(timer);
			},
			() => performance.now()
		);
		this.feed = $derived.by(() => {
			const { now, shop } = session;
			return feedOf(this.told, this.#heard, startOfDay(shop.timeZone, dayIn(shop.timeZone, now)));
		});
	}

	/** Hears of what happens; in the browser only. */
	start(): void {
		this.#stopHearing = this.#session.onEvent((event) => this.#hear(event));
	}

	stop(): void {
		this.#stopHearing?.();
		this.#refresher.stop();
	}

	/** The shop has changed, or its day has. */
	refresh(): void {
		this.#refresher.ask();
	}

	#hear(event: BoardEvent): void {
		const entry = event.type === 'remote' ? feedEntryOf(event) : null;
		if (entry) this.#heard = [entry, ...this.#heard];
	}

	async #read(): Promise<boolean> {
		const response = await this.#fetch('/api/v1/dashboard', { signal: AbortSignal.timeout(ANSWER_MS) });
		// Whoever is signed out, or may not ask any more, is told so by the board.
		if (response.status === 401 || response.status === 403) return true;
		if (!response.ok) return false;
		const told = (await response.json()) as DashboardHistory;
		this.told = told;
		this.#heard = this.#heard.filter(({ version }) => version > told.version);
		return true;
	}
}
