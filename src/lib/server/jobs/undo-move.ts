import postgres from 'postgres';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Restorable } from '#lib/jobs/job-events.ts';
import type { UndoInput } from '#lib/jobs/job-input.ts';
import { decideUndo } from '#lib/jobs/workflow.ts';
import { rankBetween, type Rank } from '#lib/kernel/rank.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeJob, restand, type CardAnswer } from './change-job.ts';
import { findGapBelow } from './column-gap.ts';
import { findLastEvent, nextVersion } from './job-log.ts';

/**
 * W9: takes back a job's last move with all that it set: status, clock, hold, vendor and place. When another card
 * has the old place meanwhile, the job returns right below it.
 * Throws `job.not_found`, `forbidden`, `undo.nothing`, `undo.changed`, `undo.too_late`.
 */
export async function undoMove(
	deps: Deps,
	actor: Actor,
	number: number,
	{ mutationId }: UndoInput
): Promise<CardAnswer> {
	return changeJob(deps, actor, { number, mutationId, kind: 'undone' }, async (tx, job) => {
		const before = await requireUndoable(tx, actor, number, deps.now());
		const [version, place] = await Promise.all([
			nextVersion(tx, actor.shopId),
			findGapBelow(tx, actor.shopId, before.status, { number, rank: before.rank })
		]);
		const rank = place.taken ? rankBetween(before.rank, place.below) : before.rank;
		const fact = {
			kind: 'undone' as const,
			from: job.card.status,
			to: before.status,
			vendor: job.vendor?.id !== before.vendor?.id
		};
		const log = { at: deps.now(), kind: 'undone' as const, mutationId, fact };
		return restand(tx, actor, job, { ...before, rank, version }, log);
	}).catch(vendorGone);
}

/** The vendor whom the undo would bring back has been deleted meanwhile: the job has changed since. */
function vendorGone(error: unknown): never {
	const isGone = error instanceof postgres.PostgresError && error.code === FOREIGN_KEY_VIOLATION;
	throw isGone ? new AppError('undo.changed') : error;
}

const FOREIGN_KEY_VIOLATION = '23503';

async function requireUndoable(
	tx: Transaction,
	actor: Actor,
	number: number,
	now: string
): Promise<Restorable & { rank: Rank }> {
	const last = await findLastEvent(tx, actor.shopId, number);
	const event = last ? { kind: last.kind, by: last.by?.id ?? null, at: last.at } : NOTHING_YET;
	const decision = decideUndo(event, actor.id, abilitiesOf(actor), now);
	if (!decision.ok) throw new AppError(decision.refusal.code);
	if (last?.fact.kind !== 'moved') throw new AppError('undo.nothing');
	return last.fact.before;
}

/** The last event of a job that was there before the log. */
const NOTHING_YET = { kind: 'none', by: null, at: '1970-01-01T00:00:00.000Z' };
