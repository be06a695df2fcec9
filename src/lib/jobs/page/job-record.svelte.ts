import type { HistoryEntry } from '#lib/jobs/job-events.ts';
import { HISTORY_PAGE } from '#lib/jobs/history-input.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import { withEarlier, withNewest } from './history-pages.ts';

/** Milliseconds that an answer may take, and before a reading that got none is tried again. */
const ANSWER_MS = 8_000;
const RETRY_MS = 2_000;
/** W9: milliseconds for which nothing that a press would do follows the press before. */
const REST_MS = 2_000;

/** One job as its page shows it, kept current while the page is open. */
export class JobRecord {
	job = $state.raw() as JobDetails;
	/** W11: newest first. */
	history = $state.raw<readonly HistoryEntry[]>([]);
	/** Whether there is more history than was read. */
	hasEarlier = $state(false);
	/** J8: somebody has deleted it meanwhile. */
	isGone = $state(false);
	/** C4: something has happened to the job that could not be read yet. */
	isBehind = $state(false);
	/** Its status has just changed: what comes next now is not what was looked at a moment ago. */
	isResting = $state(false);
	#fetch: typeof fetch;
	#reading: Promise<void> | null = null;
	#isStale = false;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#rest: ReturnType<typeof setTimeout> | undefined;

	constructor(start: { job: JobDetails; history: readonly HistoryEntry[] }, fetcher: typeof fetch) {
		this.job = start.job;
		this.history = start.history;
		this.hasEarlier = start.history.length === HISTORY_PAGE;
		this.#fetch = fetcher;
	}

	/** Takes in the job as an answer shows it, unless a newer one is known. */
	accept(job: JobDetails): void {
		if (job.version < this.job.version) return;
		this.#take(job);
		void this.reload();
	}

	/** Reads job and history again; what is asked for meanwhile is one more reading. One that fails is tried again by itself. */
	reload(): Promise<void> {
		this.#isStale = true;
		clearTimeout(this.#retry);
		this.#reading ??= this.#readAll().finally(() => {
			this.#reading = null;
		});
		return this.#reading;
	}

	/** W11: reads the page of the history before the oldest entry that is shown; leaves it as it is when that fails. */
	async readEarlier(): Promise<void> {
		const oldest = this.history.at(-1)?.version;
		if (oldest === undefined) return;
		const events = await this.#readHistory(`?before=${oldest}`).catch(() => null);
		if (!events) return;
		this.history = withEarlier(this.history, events);
		this.hasEarlier = events.length === HISTORY_PAGE;
	}

	/** W13: what may be seen has changed: what was read before is not shown any more, and all is read again. */
	readAnew(): Promise<void> {
		this.history = [];
		return this.reload();
	}

	stop(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#rest);
		this.isResting = false;
	}

	#take(job: JobDetails): void {
		const isMoved = job.status !== this.job.status;
		this.job = job;
		if (!isMoved) return;
		this.isResting = true;
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => (this.isResting = false), REST_MS);
	}

	async #readAll(): Promise<void> {
		while (this.#isStale) {
			this.#isStale = false;
			this.isBehind = !(await this.#read().catch(() => false));
			if (!this.isBehind) continue;
			this.#retry = setTimeout(() => void this.reload(), RETRY_MS);
			return;
		}
	}

	async #read(): Promise<boolean> {
		const signal = AbortSignal.timeout(ANSWER_MS);
		const [response, events] = await Promise.all([
			this.#fetch(`/api/v1/jobs/${this.job.number}`, { signal }),
			this.#readHistory('')
		]);
		this.isGone = response.status === 404;
		if (this.isGone) return true;
		if (!response.ok || !events) return false;
		const { job } = (await response.json()) as { job: JobDetails };
		if (job.version >= this.job.version) this.#take(job);
		if (this.history.length === 0) this.hasEarlier = events.length === HISTORY_PAGE;
		this.history = withNewest(this.history, events);
		return true;
	}

	async #readHistory(query: string): Promise<HistoryEntry[] | null> {
		const address = `/api/v1/jobs/${this.job.number}/history${query}`;
		const response = await this.#fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
		return response.ok ? ((await response.json()) as { events: HistoryEntry[] }).events : null;
	}
}
