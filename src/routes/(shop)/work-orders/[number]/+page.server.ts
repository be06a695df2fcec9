import { error } from '@sveltejs/kit';
import { abilitiesOf, type Abilities } from '#lib/jobs/abilities.ts';
import { parseJobNumber } from '#lib/jobs/job-number.ts';
import { deletedWords, NO_SUCH_JOB } from '#lib/jobs/page/job-page-messages.ts';
import type { JobPageData } from '#lib/jobs/page/job-page.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { listAttachments } from '#lib/server/attachments/list-attachments.ts';
import { readAging } from '#lib/server/board/read-aging.ts';
import { readVersion } from '#lib/server/board/read-changes.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { findLastEvent } from '#lib/server/jobs/job-log.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { listPeople } from '#lib/server/people/list-people.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event): Promise<JobPageData> => {
	const actor = requireSignedIn(event);
	const { deps } = event.locals;
	const number = parseJobNumber(event.params.number) ?? error(404, NO_SUCH_JOB);
	const abilities = abilitiesOf(actor);
	// Read first: what happens from here on is heard of.
	const shopVersion = await readVersion(deps.sql, actor.shopId);
	const [job, history, attachments, settings, staff] = await Promise.all([
		readJob(deps, actor, number),
		readHistory(deps, actor, number),
		listAttachments(deps, actor, number),
		readAging(deps, actor),
		readStaff(deps, actor, abilities)
	]).catch((refusal: unknown) => notFound(refusal, event.locals.deps, { actor, number }));
	return { job, history, attachments, abilities, settings, now: deps.now(), shopVersion, staff };
};

/** Who can be named on a job. */
async function readStaff(deps: Deps, actor: Actor, { edit }: Abilities): Promise<JobPageData['staff']> {
	if (!edit.includes('salespersonId')) return { salespeople: [], jewelers: [] };
	const people = (await listPeople(deps, actor)).filter(({ active }) => active);
	const refs = (roles: readonly string[]) =>
		people
			.filter(({ role }) => roles.includes(role))
			.map(({ id, name, initials }) => ({ id, name, initials }));
	return { salespeople: refs(['admin', 'salesperson']), jewelers: refs(['jeweler', 'admin']) };
}

/** J8: of a job that was deleted, whoever looks for it learns by whom. */
async function notFound(
	refusal: unknown,
	{ sql }: Deps,
	{ actor, number }: { actor: Actor; number: number }
): Promise<never> {
	if (!(refusal instanceof AppError) || refusal.code !== 'job.not_found') throw refusal;
	const last = await findLastEvent(sql, actor.shopId, number);
	error(404, last?.kind === 'deleted' ? deletedWords(number, last.by?.name ?? null) : NO_SUCH_JOB);
}
