import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { CloseInput, MoveInput, ReopenInput } from '#lib/jobs/job-input.ts';
import { parseJobNumber } from '#lib/jobs/job-number.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readForm, refuseForm } from '#lib/server/http/form.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { closeJob } from '#lib/server/jobs/close-job.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { reopenJob } from '#lib/server/jobs/reopen-job.ts';
import { NO_SUCH_JOB } from './job-page-messages.ts';
import type { Actions, PageServerLoad } from './$types';

type Change = (deps: Deps, actor: Actor, number: number, typed: unknown) => Promise<unknown>;

export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	const { deps } = event.locals;
	const number = numberIn(event);
	const [job, history] = await Promise.all([
		readJob(deps, actor, number),
		readHistory(deps, actor, number)
	]).catch(notFound);
	// Sent along with each form, so that pressing a button twice does nothing twice.
	return { job, history, abilities: abilitiesOf(actor), mutationId: crypto.randomUUID() };
};

export const actions: Actions = {
	close: change((deps, actor, number, typed) => closeJob(deps, actor, number, parseInput(CloseInput, typed))),
	reopen: change((deps, actor, number, typed) =>
		reopenJob(deps, actor, number, parseInput(ReopenInput, typed))
	),
	resume: change((deps, actor, number, typed) => moveJob(deps, actor, number, parseInput(MoveInput, typed)))
};

/** A form action that changes the page's job. */
function change(make: Change) {
	return async (event: RequestEvent<{ number: string }>) => {
		const actor = requireSignedIn(event);
		let typed: Record<string, string> = {};
		try {
			typed = await readForm(event.request);
			await make(event.locals.deps, actor, numberIn(event), typed);
		} catch (refusal) {
			return refuseForm(refusal, event, typed);
		}
		redirect(303, event.url.pathname);
	};
}

function numberIn({ params }: { params: { number: string } }): number {
	return parseJobNumber(params.number) ?? error(404, NO_SUCH_JOB);
}

function notFound(refusal: unknown): never {
	if (refusal instanceof AppError && refusal.code === 'job.not_found') error(404, NO_SUCH_JOB);
	throw refusal;
}
