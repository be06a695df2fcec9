import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { DeleteJobInput } from '#lib/jobs/job-input.ts';
import type { JobFact } from '#lib/jobs/job-events.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { removeJobFiles } from '#lib/server/attachments/remove-job-files.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeJob } from './change-job.ts';
import { nextVersion, recordChange } from './job-log.ts';
import { deleteRow } from './job-store.ts';

/**
 * J8: deletes a job, open or closed, with all of its files. What stays is its number, which nobody gets again, and the
 * entry in the log that says who deleted it and when. Throws `job.not_found`, `forbidden`.
 */
export async function deleteJob(
	deps: Deps,
	actor: Actor,
	number: number,
	{ mutationId }: Required<DeleteJobInput>
): Promise<void> {
	await changeJob(deps, actor, { number, mutationId, kind: 'deleted' }, async (tx, { card }) => {
		if (!abilitiesOf(actor).delete) throw new AppError('forbidden');
		await removeJobFiles(tx, actor.shopId, number);
		const version = await nextVersion(tx, actor.shopId);
		const fact: JobFact = { kind: 'deleted', title: card.title, customer: card.customer };
		const change = { version, at: deps.now(), number, kind: fact.kind, gone: true, mutationId } as const;
		const answer = { version };
		await Promise.all([
			deleteRow(tx, actor.shopId, number),
			recordChange(tx, actor, change, { fact, answer })
		]);
		return answer;
	});
	deps.wakeSweeper();
}
