import type { BoardSnapshot } from '#lib/board/board.ts';
import { BoardSync } from '#lib/board/session/board-sync.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import { dayIn, nextMidnight } from '#lib/kernel/dates.ts';
import { ServerClock } from '#lib/kernel/server-clock.ts';
import { Timers, type After } from '#lib/kernel/timers.ts';
import { openConnection, type Connection } from '#lib/realtime/connection.ts';
import { httpTransport } from '#lib/realtime/http-transport.ts';
import type { Change } from '#lib/realtime/protocol.ts';
import { decideNotices } from './decide-notices.ts';
import { noticeWords, type NoticeWords } from './messages.ts';
import { isAnyOn } from './notice-settings.ts';
import { keepKnown, readKnown, readSettings } from './notice-store.ts';

/** Milliseconds: what comes together is told together, and a move that is taken back at once is not told. */
const GATHER_MS = 1_500;
/** Milliseconds between looks at the day, besides at midnight: the machine may have slept through that. */
const DAY_CHECK_MS = 30_000;

const after: After = (ms, run) => {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
};

interface Start {
	snapshot: BoardSnapshot;
	/** What has happened since the person was last told; `null` when nobody knows any more. */
	missed: readonly Change[] | null;
}

interface Listener {
	show: (words: NoticeWords) => void;
	/** The server does not know the person any more, or this program is too old for it. */
	over: () => void;
}

/** Follows a shop's board without showing it, and tells one person what they asked to be told of their jobs. */
export class ShopWatcher {
	#person: string;
	#listener: Listener;
	#sync: BoardSync;
	#clock: ServerClock;
	#aging: AgingSettings;
	#rules: number;
	#connection: Connection;
	#timers = new Timers<'look' | 'day'>(after);
	/** What has happened since the last look. */
	#changes: readonly Change[] | null;
	/** The day of the last look. */
	#day = '';

	constructor(person: string, { snapshot, missed }: Start, listener: Listener) {
		this.#person = person;
		this.#listener = listener;
		this.#changes = missed;
		this.#aging = snapshot.shop.aging;
		this.#rules = snapshot.shop.rules;
		this.#clock = new ServerClock(snapshot.now, () => performance.now());
		const cards = new Map(snapshot.cards.map((card) => [card.number, card]));
		const since = (version: number) => this.#connection.since(version);
		const transport = { since, snapshot: httpTransport(fetch).snapshot };
		this.#sync = new BoardSync({ version: snapshot.version, cards }, transport, after, {
			applied: (_before, changes) => this.#happened(changes),
			ruled: ({ shop }) => {
				this.#aging = shop.aging;
				this.#rules = shop.rules;
			},
			reloaded: () => this.#reloaded(),
			changed: () => undefined,
			signedOut: () => this.#listener.over()
		});
		this.#look();
		this.#connection = this.#connect();
		this.#watchDay();
	}

	stop(): void {
		this.#timers.clearAll();
		this.#connection.close();
	}

	#connect(): Connection {
		const sync = this.#sync;
		return openConnection(
			{
				version: () => sync.state.version,
				linkUp: () => sync.linkUp(),
				linkDown: () => sync.linkDown(),
				receive: (changes) => sync.receive(changes),
				pulse: (pulse) => {
					this.#clock.hear(pulse.now);
					sync.pulse(pulse);
					if ((pulse.rules ?? 0) > this.#rules) sync.reload(pulse);
				},
				reload: (to) => sync.reload(to),
				end: () => {
					this.stop();
					this.#listener.over();
				}
			},
			'watcher'
		);
	}

	#happened(changes: readonly Change[]): void {
		this.#changes = this.#changes && [...this.#changes, ...changes];
		this.#timers.set('look', GATHER_MS, () => this.#look());
	}

	/** Everything was read anew: what has happened meanwhile is not known, unless nothing has. */
	#reloaded(): void {
		const seen = this.#changes?.at(-1)?.version ?? readKnown(this.#person)?.version;
		if (this.#sync.state.version !== seen) this.#changes = null;
		this.#timers.set('look', GATHER_MS, () => this.#look());
	}

	/** What is told is written down first: a page that goes in this moment leaves nothing to be told twice. */
	#look(): void {
		const settings = readSettings(this.#person);
		// Another page has just been told to stop.
		if (!isAnyOn(settings)) return;
		const now = this.#clock.now();
		const standing = { ...this.#sync.state, now, aging: this.#aging };
		const { notices, known } = decideNotices(
			readKnown(this.#person),
			standing,
			this.#changes,
			this.#person,
			settings
		);
		keepKnown(this.#person, known);
		this.#changes = [];
		this.#day = dayIn(this.#aging.timeZone, now);
		const words = noticeWords(notices, standing);
		if (words) this.#listener.show(words);
	}

	/** G5: the day turns by itself, by the server's clock. */
	#watchDay(): void {
		const { timeZone } = this.#aging;
		const now = this.#clock.now();
		if (dayIn(timeZone, now) !== this.#day) this.#look();
		const untilMidnight = Date.parse(nextMidnight(timeZone, now)) - Date.parse(now);
		this.#timers.set('day', Math.min(untilMidnight, DAY_CHECK_MS), () => this.#watchDay());
	}
}
