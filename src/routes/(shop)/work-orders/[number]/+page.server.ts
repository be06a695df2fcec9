import { error } from '@sveltejs/kit';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { agingOf } from '#lib/jobs/aging.ts';
import { parseJobNumber } from '#lib/jobs/job-number.ts';
import { dayIn } from '#lib/kernel/dates.ts';
import { AppError } from '#lib/server/app-error.ts';
import { readAging } from '#lib/server/board/read-aging.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { NO_SUCH_JOB } from './job-page-messages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	const { deps } = event.locals;
	const number = parseJobNumber(event.params.number) ?? error(404, NO_SUCH_JOB);
	const [job, history, settings] = await Promise.all([
		readJob(deps, actor, number),
		readHistory(deps, actor, number),
		readAging(deps, actor)
	]).catch(notFound);
	const now = deps.now();
	return {
		job,
		history,
		abilities: abilitiesOf(actor),
		// A closed job is nobody's delay any more.
		aging: job.closing ? null : agingOf(job, now, settings),
		today: dayIn(settings.timeZone, now)
	};
};

function notFound(refusal: unknown): never {
	if (refusal instanceof AppError && refusal.code === 'job.not_found') error(404, NO_SUCH_JOB);
	throw refusal;
}
