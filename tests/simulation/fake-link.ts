import type { Answer, BoardTransport } from '#lib/board/session/board-session-types.ts';
import type { BoardCore } from '#lib/board/session/board-core.ts';
import type { Changes, SinceAnswer } from '#lib/realtime/protocol.ts';
import type { ModelServer } from './model-server.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** How bad a network is; probabilities a message, and milliseconds. */
export interface Weather {
	lost: number;
	doubled: number;
	/** The longest way; messages overtake each other. */
	delay: number;
	/** How long a connection lasts at most, and how long it stays away. */
	lasts: number;
	away: number;
	/** How many connections die without anybody noticing for a while. */
	silent: number;
}

export const CALM: Weather = { lost: 0, doubled: 0, delay: 20, lasts: Infinity, away: 0, silent: 0 };

/** After this many milliseconds of silence the connection's own watch gives it up. */
const NOTICED_MS = 16_000;
const ANSWER_MS = 3_000;

/** One screen's way to the model server: a socket and HTTP, over a bad network, on the timeline. */
export class FakeLink {
	weather: Weather;
	readonly transport: BoardTransport;
	#timeline: Timeline;
	#random: Random;
	#server: ModelServer;
	#me: { id: string; name: string };
	#core!: BoardCore;
	/** Counts connections; what was sent over an earlier one does not arrive. */
	#connection = 0;
	#isUp = false;
	#isSilent = false;

	constructor(
		timeline: Timeline,
		random: Random,
		server: ModelServer,
		me: { id: string; name: string },
		weather: Weather
	) {
		this.#timeline = timeline;
		this.#random = random;
		this.#server = server;
		this.#me = me;
		this.weather = weather;
		this.transport = {
			since: (version) => this.#roundTrip(() => this.#server.since(version)),
			snapshot: () => this.#roundTrip(() => ({ ok: true, body: this.#server.snapshot() })),
			post: <Body>(path: string, body: object, signal: AbortSignal) =>
				this.#roundTrip(() => this.#post(path, body) as Answer<Body>, signal)
		};
	}

	/** Connects the board, for the length of the simulation. */
	connect(core: BoardCore): void {
		this.#core = core;
		this.#up();
	}

	/** Called by the server for each change. */
	push(changes: Changes): void {
		if (this.#isUp) this.#send(() => this.#core.receive(changes));
	}

	pulse(): void {
		const { version, now } = this.#server;
		if (this.#isUp) this.#send(() => this.#core.pulse({ version, now }));
	}

	#up(): void {
		this.#connection++;
		this.#isUp = true;
		this.#isSilent = false;
		this.#core.linkUp();
		this.#greet(this.#server.since(this.#core.version));
		if (this.weather.lasts === Infinity) return;
		this.#timeline.after(this.#random.between(0, this.weather.lasts), () => this.#fail());
	}

	#greet(answer: SinceAnswer): void {
		if ('reload' in answer) this.#send(() => this.#core.reload(answer));
		else if (answer.changes.length > 0) this.#send(() => this.#core.receive(answer));
		this.pulse();
	}

	#fail(): void {
		this.#isSilent = this.#random.chance(this.weather.silent);
		if (this.#isSilent) this.#timeline.after(NOTICED_MS, () => this.#down());
		else this.#down();
	}

	#down(): void {
		this.#isUp = false;
		this.#connection++;
		this.#core.linkDown();
		this.#timeline.after(this.#random.between(200, Math.max(200, this.weather.away)), () => this.#up());
	}

	#send(arrive: () => void): void {
		if (this.#isLost()) return;
		const connection = this.#connection;
		const copies = this.#random.chance(this.weather.doubled) ? 2 : 1;
		for (let copy = 0; copy < copies; copy++) {
			this.#timeline.after(this.#delay(), () => {
				if (connection === this.#connection && !this.#isSilent) arrive();
			});
		}
	}

	/** A request and its answer; either may be lost. What is given up on the way does not arrive. */
	#roundTrip<Value>(serve: () => Value, signal?: AbortSignal): Promise<Value> {
		return new Promise((resolve, reject) => {
			const fail = () => void this.#timeline.after(ANSWER_MS, () => reject(new Error('No answer')));
			if (!this.#isUp || this.#isLost()) return fail();
			this.#timeline.after(this.#delay(), () => {
				if (signal?.aborted) return fail();
				const value = serve();
				if (!this.#isUp || this.#isLost()) return fail();
				this.#timeline.after(this.#delay(), () => resolve(value));
			});
		});
	}

	#post(path: string, body: object) {
		const { mutationId, ...rest } = body as { mutationId: string };
		return this.#server.post({ mutationId, by: this.#me, path, body: rest });
	}

	#isLost(): boolean {
		return this.#isSilent || this.#random.chance(this.weather.lost);
	}

	#delay(): number {
		return this.#random.between(1, this.weather.delay);
	}
}
