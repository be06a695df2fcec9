import { createContext } from 'svelte';
import { JobFiles } from '#lib/attachments/job-files.svelte.ts';
import { newMutationId } from '#lib/realtime/mutation-id.ts';
import { sendJson } from '#lib/realtime/http-transport.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import type { ShopSettings } from '#lib/settings/shop-settings.ts';
import { JobActs, type JobWriter } from './job-acts.svelte.ts';
import { JobEditor } from './job-editor.svelte.ts';
import type { JobPageData } from './job-page.ts';
import { DecidedAnew, type Decided } from './decided-anew.svelte.ts';
import { JobRecord } from './job-record.svelte.ts';

/** Milliseconds that a save may take before it counts as unanswered. */
const ANSWER_MS = 10_000;

/** The shop's rules as they are now: an open page follows them. */
export interface ShopNow {
	aging: AgingSettings;
	own: ShopSettings;
}

/** All that the components of one job's page share. */
export interface JobPageContext {
	/** What the page started with; who may be named, rights and rules are as they are now. */
	data: JobPageData;
	shop: () => ShopNow;
	record: JobRecord;
	editor: JobEditor;
	acts: JobActs;
	files: JobFiles;
	/** P3: takes in what the server has decided anew about the person who looks at it. */
	adopt: (fresh: Partial<Decided>) => void;
	/** P4: the names of everybody else who has the job open. */
	lookers: () => readonly string[];
}

export const [useJobPage, provideJobPage] = createContext<JobPageContext>();

interface Surroundings {
	/** The shop's rules as they are now. */
	shop: () => ShopNow;
	lookers: () => readonly string[];
	/** Moves and closes in another way than by asking the server itself. */
	writer?: JobWriter;
}

/** Puts a job's page together. */
export function createJobPage(data: JobPageData, { shop, lookers, writer }: Surroundings): JobPageContext {
	const record = new JobRecord(data, fetch);
	const decided = new DecidedAnew(data);
	const path = `/api/v1/jobs/${data.job.number}`;
	const editor = new JobEditor({
		record,
		send: (body) => sendJson(fetch, { method: 'PATCH', path, body, signal: AbortSignal.timeout(ANSWER_MS) }),
		newMutationId,
		after: (ms, run) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		}
	});
	const acts = new JobActs({ record, abilities: () => decided.now.abilities, writer });
	return {
		data: decided.over(data),
		shop,
		record,
		editor,
		acts,
		lookers,
		files: new JobFiles({ job: data.job.number, list: data.attachments }),
		adopt: (fresh) => {
			if (decided.adopt(fresh)) void record.readAnew();
		}
	};
}
