import type { Card } from '#lib/board/card.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { JobFact, Restorable } from '#lib/jobs/job-events.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { ChangeKind } from '#lib/realtime/protocol.ts';
import { AppError } from '#lib/server/app-error.ts';
import { inTransaction, Last, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { answerAgain, findMutation, recordChange } from './job-log.ts';
import { detailsFor } from './read-job.ts';
import { lockJob, saveStanding, type StoredJob } from './job-store.ts';

/** What a change of a card's standing is answered. */
export interface CardAnswer {
	version: number;
	card: Card;
}

/** What a change of a whole job is answered. */
export interface JobAnswer {
	version: number;
	job: JobDetails;
}

/**
 * One change of one job, from its lock to its commit: a mutation that came before gets its stored answer, whatever
 * the job is now; otherwise `change` decides, saves and answers.
 * Throws `job.not_found`, `mutation.reused` and what `change` throws; then nothing is written.
 */
export function changeJob<Answer extends object>(
	deps: Deps,
	actor: Actor,
	asked: { number: number; mutationId: string; kind: ChangeKind },
	change: (tx: Transaction, job: StoredJob) => Promise<Answer | Last<Answer>>
): Promise<Answer> {
	return inTransaction(deps.sql, async (tx) => {
		// Both are sent at once and run in this order: whoever waited for the lock then sees what the other committed.
		const [job, earlier] = await Promise.all([
			lockJob(tx, actor.shopId, asked.number),
			findMutation(tx, actor.shopId, asked.mutationId)
		]);
		if (earlier) return forRole(actor, answerAgain<Answer>(earlier, actor, asked));
		if (!job) throw new AppError('job.not_found');
		return change(tx, job);
	});
}

/** W13: an answer of long ago, without what its sender may not see any more. */
function forRole<Answer extends object>(actor: Actor, answer: Answer): Answer {
	return 'job' in answer ? { ...answer, job: detailsFor(actor, answer.job as JobDetails) } : answer;
}

/** Saves where a job stands now, and writes down what differs from where it stood: the transaction ends with it. */
export function restand(
	tx: Transaction,
	actor: Actor,
	job: StoredJob,
	stand: Restorable & { version: number },
	log: { at: Instant; kind: ChangeKind; mutationId: string; fact: JobFact }
): Last<CardAnswer> {
	const { version, rank, vendor, ...standing } = stand;
	const { status, statusSince, hold } = standing;
	const card = { ...job.card, version, status, rank, statusSince, hold, vendor: vendor?.name ?? null };
	const answer: CardAnswer = { version, card };
	const { fact, ...rest } = log;
	const change = {
		...rest,
		version,
		number: card.number,
		set: difference(job.card, card)
	};
	return new Last(answer, [
		saveStanding(tx, actor.shopId, { card, standing, vendor }),
		recordChange(tx, actor, change, { fact, answer })
	]);
}

/** The fields of a card that changed. */
export function difference(before: Card, after: Card): Partial<Card> {
	const isOther = (value: unknown, known: unknown) =>
		value !== known && JSON.stringify(value) !== JSON.stringify(known);
	return Object.fromEntries(
		Object.entries(after).filter(([field, value]) => isOther(value, before[field as keyof Card]))
	);
}
