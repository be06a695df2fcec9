import type { Change, Changes } from '#lib/realtime/protocol.ts';

/** Milliseconds, half a frame of a screen, that a change of many waits for the others. */
const GATHER_MS = 8;

/**
 * C1: passes on the log of one shop: in order, each change once, none left out. Announced changes that are next go
 * out unread; whenever one is missing, the log is read from the last one that went out.
 */
export class ShopFeed {
	#read: (since: number) => Promise<Changes>;
	#emit: (changes: Changes) => void;
	#isBusy: () => boolean;
	/** The last version that went out. */
	#version: number | null = null;
	/** The highest versions that were heard of, announced, and found by polling. */
	#heard = 0;
	#announced = 0;
	#polled = 0;
	#isReading = false;
	/** Announced changes that go out together. */
	#taken: Change[] = [];
	#gathering: Promise<void> | null = null;
	/** When a version was heard of that had not gone out; `null` while everything has. */
	#behindSince: number | null = null;

	/** `isBusy` says whether many changes are being made at this moment. */
	constructor(
		read: (since: number) => Promise<Changes>,
		emit: (changes: Changes) => void,
		isBusy: () => boolean = () => false
	) {
		this.#read = read;
		this.#emit = emit;
		this.#isBusy = isBusy;
	}

	/** The last version that went out; `null` before the start. */
	get version(): number | null {
		return this.#version;
	}

	/** How many versions that were heard of have not gone out, and for how many milliseconds that has been so. */
	get lag(): { versions: number; ms: number } {
		if (this.#version === null || this.#behindSince === null) return { versions: 0, ms: 0 };
		return { versions: this.#heard - this.#version, ms: performance.now() - this.#behindSince };
	}

	/** Everything after `version` is to go out. Rejects when the log cannot be read. */
	start(version: number): Promise<void> {
		this.#version = version;
		this.#announced = Math.max(this.#announced, version);
		this.#noteLag();
		return this.#drain();
	}

	/**
	 * A change was announced. It goes out at once; while many more are on their way, they are waited for, so that a burst
	 * costs each screen a few frames and not hundreds.
	 */
	take(change: Change): Promise<void> {
		this.#announced = Math.max(this.#announced, change.version);
		this.#taken.push(change);
		if (!this.#gathering && !this.#isBusy()) return this.#passTaken();
		this.#gathering ??= new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(() =>
			this.#passTaken()
		);
		return this.#gathering;
	}

	/** A version was announced without its change. */
	announce(version: number): Promise<void> {
		this.#announced = Math.max(this.#announced, version);
		return this.hear(version);
	}

	/** Somebody knows of a version. Rejects when the log cannot be read; whoever hears next tries again. */
	hear(version: number): Promise<void> {
		this.#heard = Math.max(this.#heard, version);
		this.#noteLag();
		return this.#drain();
	}

	/** Whether a version that the last poll found has still not been announced: then nobody is announcing. */
	notePoll(version: number): boolean {
		const isSilent = this.#polled > this.#announced;
		if (isSilent) this.#announced = this.#polled;
		this.#polled = version;
		return isSilent;
	}

	/** The log ends before what went out: the database is an older one now, restored or failed over. Starts anew there. */
	goBack(version: number): void {
		this.#taken = [];
		this.#version = this.#heard = this.#announced = this.#polled = version;
		this.#noteLag();
	}

	#passTaken(): Promise<void> {
		const changes = this.#taken.sort((one, other) => one.version - other.version);
		this.#taken = [];
		this.#gathering = null;
		this.#pass(changes);
		return this.hear(changes.at(-1)?.version ?? 0);
	}

	#noteLag(): void {
		if (this.#heard > (this.#version ?? Infinity)) this.#behindSince ??= performance.now();
		else this.#behindSince = null;
	}

	async #drain(): Promise<void> {
		if (this.#isReading || this.#version === null) return;
		this.#isReading = true;
		try {
			while (this.#version < this.#heard) {
				const before: number = this.#version;
				const { changes } = await this.#read(before);
				// What was read may have been announced meanwhile; then there may be more to read.
				if (!this.#pass(changes) && this.#version === before) return;
			}
		} finally {
			this.#isReading = false;
		}
	}

	/** Whether anything went out. */
	#pass(changes: readonly Change[]): boolean {
		if (this.#version === null) return false;
		const from = this.#version;
		const next: Change[] = [];
		for (const change of changes) if (change.version === from + next.length + 1) next.push(change);
		if (next.length === 0) return false;
		this.#version = from + next.length;
		this.#heard = Math.max(this.#heard, this.#version);
		this.#noteLag();
		this.#emit({ from, to: this.#version, changes: next });
		return true;
	}
}
