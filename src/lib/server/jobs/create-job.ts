import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { CreateJobInput } from '#lib/jobs/job-input.ts';
import { rankBetween } from '#lib/kernel/rank.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { inTransaction, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { type JobAnswer } from './change-job.ts';
import { findGap } from './column-gap.ts';
import { answerAgain, findMutation, recordChange } from './job-log.ts';
import { insertJob, nextNumber } from './insert-job.ts';
import { requireParts, type JobParts } from './job-parts.ts';
import { newJob } from './new-job.ts';
import { detailsFor } from './read-job.ts';

/** W12: where every job begins. */
const FIRST_STATUS = 'QN';

/**
 * J1–J3, J6, S1, S3: takes a job in, on top of Quote needed, with the next number of the shop.
 * Throws `forbidden`, `mutation.reused`, and `input.invalid` for a customer, vendor or person that the shop does not
 * have and for a promised date that has passed; a creation that fails uses up no number (J2).
 */
export async function createJob(deps: Deps, actor: Actor, input: CreateJobInput): Promise<JobAnswer> {
	if (!abilitiesOf(actor).create) throw new AppError('forbidden');
	return inTransaction(deps.sql, async (tx) => {
		const earlier = await findMutation(tx, actor.shopId, input.mutationId);
		if (earlier) return answerAgain<JobAnswer>(earlier, actor, { kind: 'created' });
		const parts = await requireParts(tx, actor, input, deps.now());
		return create(tx, deps, actor, { input, parts });
	});
}

async function create(
	tx: Transaction,
	deps: Deps,
	actor: Actor,
	{ input, parts }: { input: CreateJobInput; parts: JobParts }
): Promise<JobAnswer> {
	const [{ version, number }, top] = await Promise.all([
		nextNumber(tx, actor.shopId),
		findGap(tx, actor.shopId, FIRST_STATUS, { number: 0 })
	]);
	const at = deps.now();
	const place = {
		number,
		version,
		status: FIRST_STATUS,
		rank: rankBetween(top.above, top.below),
		statusSince: at,
		hold: null,
		createdAt: at
	} as const;
	const { card, details } = newJob(input, parts, place);
	const answer = { version, job: detailsFor(actor, details) };
	const fact = { kind: 'created', status: FIRST_STATUS } as const;
	const { mutationId } = input;
	const change = { version, at, number, kind: fact.kind, set: card, mutationId };
	await Promise.all([
		insertJob(tx, actor.shopId, details),
		recordChange(tx, actor, change, { fact, answer })
	]);
	return answer;
}
