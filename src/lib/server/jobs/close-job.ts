import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { CloseInput } from '#lib/jobs/job-input.ts';
import type { Closing } from '#lib/jobs/job.ts';
import { decideClose } from '#lib/jobs/workflow.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeJob, type JobAnswer } from './change-job.ts';
import { nextVersion, recordChange } from './job-log.ts';
import { saveClosing } from './job-store.ts';
import { detailsFor } from './read-job.ts';

/**
 * W10: takes a job off the board, picked up or cancelled. It keeps its status, in which it can be reopened.
 * Throws `job.not_found`, `forbidden`, `job.closed`, `close.not_ready`, `close.reason_required`.
 */
export async function closeJob(
	deps: Deps,
	actor: Actor,
	number: number,
	{ mutationId, outcome, reason: asked }: CloseInput
): Promise<JobAnswer> {
	const reason = asked?.trim() || null;
	return changeJob(deps, actor, { number, mutationId, kind: 'closed' }, async (tx, job) => {
		const { status } = job.card;
		const decision = decideClose(
			{ status, closed: job.closing !== null },
			{ outcome, reason },
			abilitiesOf(actor)
		);
		if (!decision.ok) throw new AppError(decision.refusal.code);
		const version = await nextVersion(tx, actor.shopId);
		const closing: Closing = { outcome, reason, at: deps.now() };
		const answer = { version, job: detailsFor(actor, { ...job.details, version, closing }) };
		const fact = { kind: 'closed' as const, status, outcome, reason };
		const change = {
			version,
			at: closing.at,
			number,
			kind: fact.kind,
			gone: true,
			mutationId
		} as const;
		await Promise.all([
			saveClosing(tx, actor.shopId, number, version, closing),
			recordChange(tx, actor, change, { fact, answer })
		]);
		return answer;
	});
}
