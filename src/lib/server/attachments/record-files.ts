import type { JobFact } from '#lib/jobs/job-events.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import { difference } from '#lib/server/jobs/change-job.ts';
import { nextVersion, recordChange } from '#lib/server/jobs/job-log.ts';
import type { StoredJob } from '#lib/server/jobs/job-store.ts';
import { countJobFiles, saveJobFiles } from './job-files.ts';

type FilesFact = Extract<JobFact, { kind: 'attachment_added' | 'attachment_removed' }>;

/** A8: after a job's attachments have changed, brings its card up to date, on every screen, and writes down what happened. */
export async function recordFiles<Answer extends object>(
	tx: Transaction,
	actor: Actor,
	{ card }: StoredJob,
	{ at, fact, mutationId }: { at: Instant; fact: FilesFact; mutationId?: string },
	answerAt: (version: number) => Answer
): Promise<Answer> {
	const { shopId } = actor;
	const files = await countJobFiles(tx, shopId, card.number);
	const version = await nextVersion(tx, shopId);
	const answer = answerAt(version);
	const set = difference(card, { ...card, ...files, version });
	const change = {
		version,
		at,
		number: card.number,
		kind: fact.kind,
		set,
		...(mutationId && { mutationId })
	};
	await Promise.all([
		saveJobFiles(tx, shopId, card.number, { ...files, version }),
		recordChange(tx, actor, change, { fact, answer })
	]);
	return answer;
}
