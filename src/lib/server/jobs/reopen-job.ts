import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { ReopenInput } from '#lib/jobs/job-input.ts';
import { decideReopen, standReopened } from '#lib/jobs/workflow.ts';
import { rankBetween } from '#lib/kernel/rank.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeJob, type JobAnswer } from './change-job.ts';
import { findGap } from './column-gap.ts';
import { nextVersion, recordChange } from './job-log.ts';
import { reopenRow } from './job-store.ts';
import { detailsFor } from './read-job.ts';

/**
 * W10: brings a closed job back into the status that it left, on top, with its days starting again. Throws `job.not_found`, `forbidden`, `job.not_closed`.
 */
export async function reopenJob(
	deps: Deps,
	actor: Actor,
	number: number,
	{ mutationId }: ReopenInput
): Promise<JobAnswer> {
	return changeJob(deps, actor, { number, mutationId, kind: 'reopened' }, async (tx, job) => {
		const decision = decideReopen({ closed: job.closing !== null }, abilitiesOf(actor));
		if (!decision.ok) throw new AppError(decision.refusal.code);
		const { status } = job.card;
		const [version, top] = await Promise.all([
			nextVersion(tx, actor.shopId),
			findGap(tx, actor.shopId, status, { number })
		]);
		const at = deps.now();
		const { statusSince, heldClock } = standReopened(job.standing, at, job.timeZone);
		const card = { ...job.card, version, rank: rankBetween(top.above, top.below), statusSince };
		const answer = { version, job: detailsFor(actor, { ...job.details, ...card, closing: null }) };
		const fact = { kind: 'reopened' as const, status };
		const change = { version, at, number, kind: fact.kind, set: card, mutationId };
		await Promise.all([
			reopenRow(tx, actor.shopId, card, heldClock),
			recordChange(tx, actor, change, { fact, answer })
		]);
		return answer;
	});
}
