import { createContext } from 'svelte';
import { JobFiles } from '#lib/attachments/job-files.svelte.ts';
import { newMutationId } from '#lib/realtime/mutation-id.ts';
import { sendJson } from '#lib/realtime/http-transport.ts';
import { JobActs, type JobWriter } from './job-acts.svelte.ts';
import { JobEditor } from './job-editor.svelte.ts';
import type { JobPageData } from './job-page.ts';
import { JobRecord } from './job-record.svelte.ts';

/** Milliseconds that a save may take before it counts as unanswered. */
const ANSWER_MS = 10_000;

/** All that the components of one job's page share. */
export interface JobPageContext {
	data: JobPageData;
	record: JobRecord;
	editor: JobEditor;
	acts: JobActs;
	files: JobFiles;
	/** P4: the names of everybody else who has the job open. */
	lookers: () => readonly string[];
}

export const [useJobPage, provideJobPage] = createContext<JobPageContext>();

interface Company {
	lookers: () => readonly string[];
	/** Moves and closes in another way than by asking the server itself. */
	writer?: JobWriter;
}

/** Puts a job's page together. */
export function createJobPage(data: JobPageData, { lookers, writer }: Company): JobPageContext {
	const record = new JobRecord(data, fetch);
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
	const acts = new JobActs({ record, abilities: data.abilities, writer });
	return {
		data,
		record,
		editor,
		acts,
		lookers,
		files: new JobFiles({ job: data.job.number, list: data.attachments })
	};
}
