import type { Changes } from '#lib/realtime/protocol.ts';
import { readChangesSince, readVersions } from '#lib/server/board/read-changes.ts';
import type { Sql } from '#lib/server/db/client.ts';
import type { Log } from '#lib/server/log.ts';
import { decodeEndedSession, type EndedSession } from '#lib/server/people/session-ended.ts';
import { SESSIONS_CHANNEL } from '#lib/server/people/session-store.ts';
import type { PoolUse } from '#lib/server/db/pool-use.ts';
import { listen, type Channels, type Listening } from './listen.ts';
import { CHANGES_CHANNEL, decodeNotification } from './notification.ts';
import { ShopFeed } from './shop-feed.ts';
import { decodeNews, NEWS_CHANNEL, type ShopNews } from './shop-news.ts';

/** Milliseconds between looks at the watched shops' versions; changes come no later than this when nobody announces them. */
const POLL_MS = 1_000;
const LONGEST_POLL_MS = 4_000;
/** Milliseconds without a successful look after which the feed does not know any more whether it is current. */
const FRESH_MS = 6_000;
/** Milliseconds between two new listening connections. */
const RESTART_MS = 10_000;
/** With so many transactions at once, what they change goes out together. */
const MANY = 4;
/** Changes read at once. */
const BATCH = 500;

export interface FeedDeps {
	sql: Sql;
	/** The database's address, for the listening connection. */
	url: string;
	log: Log;
	/** The transactions of this node. */
	pool: Pick<PoolUse, 'running' | 'waiting'>;
}

export interface FeedListener {
	/** C1: a shop's next changes. */
	changes: (shopId: string, changes: Changes) => void;
	/** The shop's log has gone back behind what was passed on: its boards are not true any more. */
	wentBack: (shopId: string, version: number) => void;
	sessionEnded: (ended: EndedSession) => void;
	/** What concerns the screens of a shop and is no change of a job. */
	news: (news: ShopNews) => void;
	/** Ends of sessions may have been missed until now. */
	listening: () => void;
	/** What else is heard over the same connection, by channel. */
	others?: Channels['hear'];
}

/** A shop whose log somebody wants. */
export interface Watch {
	/** Rejects when the database cannot be asked; the watch is to be released then. */
	ready: Promise<void>;
	/** The last version that was passed on; `null` until ready. */
	readonly version: number | null;
	/** The version of the shop's rules; 0 until ready. */
	readonly rules: number;
	/** Tells of a version that the feed should have passed on by now. */
	hear: (version: number) => void;
	release: () => void;
}

/** How far the feed is behind the log. */
export interface FeedState {
	/** Whether announcements reach this node. */
	isListening: boolean;
	/** Versions that are known of and have not been passed on, and for how many milliseconds: of the shop that is worst off. */
	behind: { versions: number; ms: number };
	/** Milliseconds since the last look at the log that succeeded: what is newer may not be known of. */
	unseen: number;
}

interface Watched {
	feed: ShopFeed;
	ready: Promise<void>;
	watchers: number;
	/** The version of the shop's rules that its boards were told of; 0 while it is not known. */
	rules: number;
}

/** From the log to this node: every change of the watched shops, whoever made it and on whatever node. */
export class ChangeFeed {
	#deps: FeedDeps;
	#listener: FeedListener;
	#shops = new Map<string, Watched>();
	#listening: Listening;
	#polling: ReturnType<typeof setTimeout> | undefined;
	#isClosed = false;
	#failures = 0;
	#freshAt = performance.now();
	#restartedAt = performance.now();

	constructor(deps: FeedDeps, listener: FeedListener) {
		this.#deps = deps;
		this.#listener = listener;
		this.#listening = listen(deps.url, {
			hear: {
				[CHANGES_CHANNEL]: (payload) => this.#announced(payload),
				[SESSIONS_CHANNEL]: (payload) => listener.sessionEnded(decodeEndedSession(payload)),
				[NEWS_CHANNEL]: (payload) => {
					const news = decodeNews(payload);
					if (news) this.#tell(news);
				},
				...listener.others
			},
			listening: () => {
				void this.#look();
				listener.listening();
			}
		});
		this.#pollLater(POLL_MS);
	}

	/** C4: whether what was passed on is the newest that there is; unknown is no. */
	get isFresh(): boolean {
		return performance.now() - this.#freshAt < FRESH_MS;
	}

	get state(): FeedState {
		const behind = { versions: 0, ms: 0 };
		for (const { feed } of this.#shops.values()) {
			const { versions, ms } = feed.lag;
			behind.versions = Math.max(behind.versions, versions);
			behind.ms = Math.max(behind.ms, ms);
		}
		return { isListening: this.#listening.isUp, behind, unseen: performance.now() - this.#freshAt };
	}

	/** The watched shops and the last version that was passed on of each. */
	versions(): [shopId: string, version: number][] {
		return [...this.#shops].flatMap(([id, { feed }]) => (feed.version === null ? [] : [[id, feed.version]]));
	}

	/** The last version of a shop that was passed on; `null` for one that nobody watches. */
	versionOf(shopId: string): number | null {
		return this.#shops.get(shopId)?.feed.version ?? null;
	}

	/** The version of a shop's rules, as far as it is known here. */
	rulesOf(shopId: string): number {
		return this.#shops.get(shopId)?.rules ?? 0;
	}

	watch(shopId: string): Watch {
		const watched = this.#shops.get(shopId) ?? this.#begin(shopId);
		watched.watchers++;
		let isReleased = false;
		return {
			ready: watched.ready,
			get version() {
				return watched.feed.version;
			},
			get rules() {
				return watched.rules;
			},
			hear: (version) => this.#tried(watched.feed.hear(version)),
			release: () => {
				if (isReleased) return;
				isReleased = true;
				watched.watchers--;
				if (watched.watchers === 0 && this.#shops.get(shopId) === watched) this.#shops.delete(shopId);
			}
		};
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		clearTimeout(this.#polling);
		await this.#listening.close();
	}

	#begin(shopId: string): Watched {
		const { sql, pool } = this.#deps;
		const feed = new ShopFeed(
			(since) => readChangesSince(sql, shopId, since, BATCH),
			(changes) => this.#listener.changes(shopId, changes),
			() => pool.running + pool.waiting >= MANY
		);
		const ready = readVersions(sql, [shopId]).then(([found]) => {
			watched.rules = Math.max(watched.rules, found?.rules ?? 0);
			return feed.start(found?.version ?? 0);
		});
		const watched: Watched = { feed, ready, watchers: 0, rules: 0 };
		this.#shops.set(shopId, watched);
		// Whoever watches next tries anew.
		ready.catch(() => this.#shops.get(shopId) === watched && this.#shops.delete(shopId));
		return watched;
	}

	#announced(payload: string): void {
		const told = decodeNotification(payload);
		const feed = told && this.#shops.get(told.shop)?.feed;
		if (!feed) return;
		this.#tried('change' in told ? feed.take(told.change) : feed.announce(told.version));
	}

	/** Passes news on, and remembers what the boards know from it. */
	#tell(news: ShopNews): void {
		const watched = this.#shops.get(news.shop);
		if (watched && news.kind === 'reload') watched.rules = news.rules;
		this.#listener.news(news);
	}

	/** A change of the rules that nobody announced here, or whose announcement was lost. */
	#compareRules(shopId: string, rules: number, known: number): void {
		const watched = this.#shops.get(shopId);
		// What was announced while the look was on its way is newer than what it found.
		if (!watched || known === 0 || watched.rules !== known || known === rules) return;
		this.#tell({ kind: 'reload', shop: shopId, rules });
	}

	#pollLater(ms: number): void {
		clearTimeout(this.#polling);
		this.#polling = setTimeout(() => void this.#poll(), ms);
	}

	async #poll(): Promise<void> {
		await this.#look();
		if (!this.#isClosed) this.#pollLater(Math.min(POLL_MS * 2 ** this.#failures, LONGEST_POLL_MS));
	}

	/** Compares all watched shops with what was passed on, in one query. */
	async #look(): Promise<void> {
		const shopIds = [...this.#shops.keys()];
		// What has gone out by now is committed, so a look that begins now finds no less.
		const passedOn = new Map(this.versions());
		const known = new Map([...this.#shops].map(([id, { rules }]) => [id, rules]));
		try {
			const rows = await readVersions(this.#deps.sql, shopIds);
			for (const { id, rules } of rows) this.#compareRules(id, rules, known.get(id) ?? 0);
			await Promise.all(rows.map(({ id, version }) => this.#compare(id, version, passedOn.get(id) ?? 0)));
			this.#succeeded();
		} catch (error) {
			this.#failed(error);
		}
	}

	async #compare(shopId: string, version: number, passedOn: number): Promise<void> {
		const feed = this.#shops.get(shopId)?.feed;
		if (!feed) return;
		if (version < passedOn) {
			this.#deps.log.warn({ shopId, version, passedOn }, 'the database is older than what screens have seen');
			feed.goBack(version);
			this.#listener.wentBack(shopId, version);
		}
		if (feed.notePoll(version)) this.#restartListening();
		await feed.hear(version);
	}

	#restartListening(): void {
		if (this.#isClosed || performance.now() - this.#restartedAt < RESTART_MS) return;
		this.#restartedAt = performance.now();
		this.#deps.log.warn('changes are not announced any more; listening on a new connection');
		this.#listening.restart();
	}

	#tried(work: Promise<void>): void {
		work.catch((error: unknown) => this.#failed(error));
	}

	#succeeded(): void {
		if (this.#failures > 0) this.#deps.log.warn('the change feed has the database again');
		this.#failures = 0;
		this.#freshAt = performance.now();
	}

	#failed(error: unknown): void {
		if (this.#isClosed) return;
		if (this.#failures === 0) this.#deps.log.warn({ reason: error }, 'the change feed has lost the database');
		this.#failures++;
	}
}
