import type { Decided } from './decided-anew.svelte.ts';
import type { JobPageContext } from './job-page-context.svelte.ts';

/**
 * J7: the jobs that were opened over one board. A panel can be left by the browser's own Back, which asks nobody: what is
 * not saved by then is kept, goes on being sent, and is there when the job is opened again.
 */
export class OpenedJobs {
	#kept = new Map<number, JobPageContext>();

	/** The job as it was left, or made anew. */
	open(number: number, create: () => JobPageContext): JobPageContext {
		const context = this.#kept.get(number) ?? create();
		this.#kept.set(number, context);
		return context;
	}

	/** P3: what the person may do has changed; jobs that were left with something unsaved know it too. */
	adopt(decided: Partial<Decided>): void {
		for (const context of this.#kept.values()) context.adopt(decided);
	}

	/** Whether leaving the program would lose something. */
	get isUnsaved(): boolean {
		return [...this.#kept.values()].some(({ editor }) => editor.isUnsaved);
	}

	/** The panel has gone: saves what waits, and forgets the job once all is saved. Returns whether it is. */
	async leave({ record, editor }: JobPageContext): Promise<boolean> {
		record.stop();
		await editor.flush();
		if (editor.isUnsaved) return false;
		this.forget(record.job.number);
		return true;
	}

	/** What is not saved is given up on purpose. */
	forget(number: number): void {
		this.#kept.get(number)?.editor.stop();
		this.#kept.delete(number);
	}
}
