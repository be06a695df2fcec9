import type { Log } from '#lib/server/log.ts';
import { decodeMessage, encodeMessage, encodeNews, type NodeMessage } from './presence-messages.ts';
import type { Placed, PresenceRoster } from './presence-roster.ts';

/** Milliseconds. */
export interface LinkTimes {
	/** Between two signs of life of a node. */
	beat: number;
	/** A node that is silent for this long is gone, and everybody who was connected to it. */
	silence: number;
	/** Changes that come together are announced together. */
	gather: number;
}

/** A node that is killed is forgotten within 22 s, and two lost signs of life are forgiven. */
export const LINK_TIMES: LinkTimes = { beat: 7_000, silence: 22_000, gather: 100 };

/** Milliseconds that saying good-bye may take: the others notice by themselves. */
const BYE_MS = 500;

export interface LinkSurroundings {
	/** This node. */
	node: string;
	roster: PresenceRoster;
	/** Sends payloads to every node, this one included; rejects when they may not have arrived. */
	send: (payloads: string[]) => Promise<unknown>;
	/** Who is connected to other nodes has changed. */
	changed: (shopIds: readonly string[]) => void;
	log: Log;
}

/**
 * P4: what nodes tell one another. Each tells what is different, counted, and when it has nothing to tell that it is there;
 * whoever misses a number asks for everything. One message is under way at a time, so they arrive in order. A node that
 * has heard of no other tells nothing but that it is there.
 */
export class PresenceLink {
	#with: LinkSurroundings;
	#times: LinkTimes;
	#number = 0;
	/** The last number that was heard of each node, and when it was asked for what is missing. */
	#heard = new Map<string, number>();
	#asked = new Map<string, number>();
	#here = new Map<string, Placed>();
	#gone = new Set<string>();
	#isAllDue = true;
	#sending: Promise<unknown> | null = null;
	#flushing: ReturnType<typeof setTimeout> | undefined;
	#asking: ReturnType<typeof setTimeout> | undefined;
	#beating: ReturnType<typeof setInterval>;
	#isClosed = false;

	constructor(surroundings: LinkSurroundings, times: LinkTimes = LINK_TIMES) {
		this.#with = surroundings;
		this.#times = times;
		surroundings.roster.hear(surroundings.node, performance.now());
		this.#beating = setInterval(() => this.#beat(), times.beat);
	}

	/** A terminal of this node has come or changed. */
	came(placed: Placed): void {
		const { id } = placed[1];
		this.#gone.delete(id);
		this.#here.set(id, placed);
		this.#flushSoon();
	}

	/** A terminal of this node has gone. */
	left(id: string): void {
		this.#here.delete(id);
		this.#gone.add(id);
		this.#flushSoon();
	}

	/** Messages are heard from now on; what was said before is lost. */
	listening(): void {
		clearTimeout(this.#asking);
		this.#asking = setTimeout(() => this.#ask(null), this.#times.gather);
	}

	/** A payload of the channel. */
	hear(payload: string): void {
		const message = decodeMessage(payload);
		if (!message || message.node === this.#with.node || this.#isClosed) return;
		if (message.kind === 'told') return this.#hearTold(message);
		if (message.kind === 'bye') return this.#with.changed(this.#forget(message.node));
		this.#with.roster.hear(message.node, performance.now());
		if (message.of !== null && message.of !== this.#with.node) return;
		this.#isAllDue = true;
		this.#flushSoon();
	}

	/** Forgets nodes that have been silent for too long. */
	sweep(): void {
		const { node, roster, changed } = this.#with;
		const now = performance.now();
		roster.hear(node, now);
		for (const silent of roster.silentSince(now - this.#times.silence)) changed(this.#forget(silent));
	}

	/** Says good-bye, so that nobody waits for the silence. */
	async close(): Promise<void> {
		this.#isClosed = true;
		clearInterval(this.#beating);
		clearTimeout(this.#flushing);
		clearTimeout(this.#asking);
		const { node, send } = this.#with;
		const bye = (this.#sending ?? Promise.resolve()).then(() => send([encodeMessage({ kind: 'bye', node })]));
		let timer: ReturnType<typeof setTimeout> | undefined;
		const patience = new Promise((resolve) => (timer = setTimeout(resolve, BYE_MS)));
		await Promise.race([bye.catch(() => undefined), patience]);
		clearTimeout(timer);
	}

	#hearTold(message: Extract<NodeMessage, { kind: 'told' }>): void {
		const { roster, changed } = this.#with;
		const { node, number, isAll, here, gone } = message;
		const before = isAll ? this.#forget(node) : [];
		roster.hear(node, performance.now());
		if (!isAll && this.#heard.get(node) !== number - 1) return this.#ask(node);
		this.#heard.set(node, number);
		for (const placed of here) roster.place(node, placed);
		const left = gone.map((id) => roster.remove(node, id)).filter((shopId) => shopId !== null);
		changed([...before, ...left, ...here.map(([shopId]) => shopId)]);
	}

	#forget(node: string): string[] {
		this.#heard.delete(node);
		this.#asked.delete(node);
		return this.#with.roster.forget(node);
	}

	/** Asks one node, or all, for everything; nobody twice within a sign of life. */
	#ask(of: string | null): void {
		const now = performance.now();
		if (of !== null && now - (this.#asked.get(of) ?? -Infinity) < this.#times.beat) return;
		if (of !== null) this.#asked.set(of, now);
		const { node, send } = this.#with;
		send([encodeMessage({ kind: 'ask', node, of })]).catch((error: unknown) => this.#failed(error));
	}

	#beat(): void {
		if (this.#sending) return;
		clearTimeout(this.#flushing);
		this.#flush();
	}

	#flushSoon(): void {
		clearTimeout(this.#flushing);
		if (!this.#isClosed) this.#flushing = setTimeout(() => this.#flushOrWait(), this.#times.gather);
	}

	#flushOrWait(): void {
		const isAlone = this.#with.roster.nodes().length === 1;
		if (this.#sending) this.#flushSoon();
		else if (!isAlone || this.#isAllDue) this.#flush();
		else this.#skip();
	}

	/** Nobody seems to listen. Whoever does notices by the number. */
	#skip(): void {
		this.#number++;
		this.#clear();
	}

	#flush(): void {
		const { node, roster, send } = this.#with;
		const news = this.#isAllDue
			? { isAll: true, here: roster.ofNode(node), gone: [] }
			: { isAll: false, here: [...this.#here.values()], gone: [...this.#gone] };
		this.#isAllDue = false;
		this.#clear();
		this.#sending = send(encodeNews(node, news, () => ++this.#number))
			.catch((error: unknown) => {
				// It is not known what has arrived.
				this.#isAllDue = true;
				this.#failed(error);
			})
			.finally(() => (this.#sending = null));
	}

	#clear(): void {
		this.#here.clear();
		this.#gone.clear();
	}

	#failed(error: unknown): void {
		this.#with.log.debug({ reason: error }, 'other nodes could not be told who is connected');
	}
}
