import { isReloadDue } from './reload-moment.ts';

/** How often the server is asked for a newer program, in milliseconds. */
const ASK_MS = 60_000;
/** How long until a reload is tried again, in milliseconds. */
const RETRY_MS = 5_000;

export interface ReloadSurroundings {
	/** Milliseconds by a stopwatch. */
	elapsed: () => number;
	/** Whether the server has a newer program than this one; false without an answer. */
	isNewer: () => Promise<boolean>;
	/** Whether the server would answer a reload with this page. */
	answers: () => Promise<boolean>;
	reload: () => void;
}

export interface Link {
	isLive: boolean;
	/** The server has refused this program for good. */
	isOutdated: boolean;
}

/**
 * D4: loads the page again when the server has a newer program: at a quiet moment, and never before the server has
 * shown that it would answer. A browser's error page would stay on the wall until somebody comes with a ladder.
 */
export class SelfReload {
	#around: ReloadSurroundings;
	#openedAt: number;
	#changedAt: number;
	#newerSince: number | null = null;
	#askAt: number;
	#tryAt = 0;
	#wasLive = false;
	#isBusy = false;

	constructor(around: ReloadSurroundings) {
		this.#around = around;
		this.#openedAt = this.#changedAt = this.#askAt = around.elapsed();
	}

	/** Something on the wall has changed: somebody may be looking. */
	noteChange(): void {
		this.#changedAt = this.#around.elapsed();
	}

	/** To be called every second or so. */
	async look(link: Link): Promise<void> {
		if (this.#isBusy) return;
		this.#isBusy = true;
		try {
			await this.#learn(link);
			if (this.#isDue(link)) await this.#tryReload();
		} finally {
			this.#isBusy = false;
		}
	}

	/** A server that has been away may have come back as another one: it is asked at once. */
	async #learn({ isLive, isOutdated }: Link): Promise<void> {
		const isBack = isLive && !this.#wasLive;
		this.#wasLive = isLive;
		if (isOutdated) this.#newerSince ??= this.#around.elapsed();
		if (this.#newerSince !== null || !isLive) return;
		if (!isBack && this.#around.elapsed() < this.#askAt) return;
		this.#askAt = this.#around.elapsed() + ASK_MS;
		if (await this.#around.isNewer()) this.#newerSince = this.#around.elapsed();
	}

	#isDue({ isLive, isOutdated }: Link): boolean {
		const now = this.#around.elapsed();
		if (this.#newerSince === null || now < this.#tryAt) return false;
		if (!isLive && !isOutdated) return false;
		const [newerSince, changedAt, openedAt] = [this.#newerSince, this.#changedAt, this.#openedAt];
		return isReloadDue({ now, newerSince, changedAt, openedAt, isOutdated });
	}

	async #tryReload(): Promise<void> {
		if (await this.#around.answers()) this.#around.reload();
		this.#tryAt = this.#around.elapsed() + RETRY_MS;
	}
}
