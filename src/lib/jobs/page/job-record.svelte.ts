import type { HistoryEntry } from '#lib/jobs/job-events.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';

/** One job as its page shows it, kept current while the page is open. */
export class JobRecord {
	job = $state.raw() as JobDetails;
	/** W11: newest first. */
	history = $state.raw<readonly HistoryEntry[]>([]);
	/** J8: somebody has deleted it meanwhile. */
	isGone = $state(false);
	#fetch: typeof fetch;
	#reading: Promise<void> | null = null;
	#isStale = false;

	constructor(start: { job: JobDetails; history: readonly HistoryEntry[] }, fetcher: typeof fetch) {
		this.job = start.job;
		this.history = start.history;
		this.#fetch = fetcher;
	}

	/** Takes in the job as an answer shows it, unless a newer one is known. */
	accept(job: JobDetails): void {
		if (job.version < this.job.version) return;
		this.job = job;
		void this.reload();
	}

	/** Reads job and history again. What is asked for meanwhile is one more reading; a failure leaves all as it was. */
	reload(): Promise<void> {
		this.#isStale = true;
		this.#reading ??= this.#readAll().finally(() => {
			this.#reading = null;
		});
		return this.#reading;
	}

	async #readAll(): Promise<void> {
		while (this.#isStale) {
			this.#isStale = false;
			await this.#read().catch(() => undefined);
		}
	}

	async #read(): Promise<void> {
		const address = `/api/v1/jobs/${this.job.number}`;
		const [job, history] = await Promise.all([this.#fetch(address), this.#fetch(`${address}/history`)]);
		this.isGone = job.status === 404;
		if (!job.ok || !history.ok) return;
		const read = ((await job.json()) as { job: JobDetails }).job;
		const { events } = (await history.json()) as { events: HistoryEntry[] };
		if (read.version >= this.job.version) this.job = read;
		this.history = events;
	}
}
