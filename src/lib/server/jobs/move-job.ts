import type { MoveInput } from '#lib/jobs/job-input.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { decideMove, standAfter, type MoveJob, type MoveRefusal } from '#lib/jobs/workflow.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import { rankBetween } from '#lib/kernel/rank.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeJob, restand, type CardAnswer } from './change-job.ts';
import { findGap } from './column-gap.ts';
import { findLastMove, nextVersion } from './job-log.ts';
import { requireVendor } from './job-people.ts';
import type { StoredJob } from './job-store.ts';

/**
 * W2–W8, W12: moves a job to a status, or to another place in its column. Throws, in the contract's order,
 * `job.not_found`, `forbidden`, `job.moved`, `job.closed`, `move.not_allowed`, `move.vendor_required`,
 * `move.hold_reason_required`; `input.invalid` for a vendor that the shop does not have, and for a vendor or a hold
 * that comes with a move that takes none.
 */
export async function moveJob(
	deps: Deps,
	actor: Actor,
	number: number,
	input: MoveInput
): Promise<CardAnswer> {
	const { from, to, mutationId } = input;
	const move: MoveJob = { from, to, hold: input.hold ?? undefined };
	const neighbours = { number, after: input.after ?? undefined, before: input.before ?? undefined };
	return changeJob(deps, actor, { number, mutationId, kind: 'moved' }, async (tx, job) => {
		await requireAllowed(tx, actor, job, move, Boolean(input.vendorId));
		refuseStray(input);
		const [version, gap, vendor] = await Promise.all([
			nextVersion(tx, actor.shopId),
			findGap(tx, actor.shopId, to, neighbours),
			input.vendorId ? requireVendor(tx, actor.shopId, input.vendorId) : job.vendor
		]);
		const at = deps.now();
		const standing = standAfter(job.standing, move, at, job.timeZone);
		const before = { ...job.standing, rank: job.card.rank, vendor: job.vendor };
		const named = input.vendorId ? (vendor?.name ?? null) : null;
		const fact = {
			kind: 'moved' as const,
			from,
			to,
			hold: move.hold ? standing.hold : null,
			vendor: named,
			before
		};
		const rank = rankBetween(gap.above, gap.below);
		return restand(
			tx,
			actor,
			job,
			{ ...standing, rank, vendor, version },
			{ at, kind: 'moved', mutationId, fact }
		);
	});
}

/** A vendor is asked by entering AVQ (H1), a reason is given by entering On hold (W6); anywhere else they would be lost. */
function refuseStray({ from, to, vendorId, hold }: MoveInput): void {
	const fields: Record<string, string> = {};
	if (vendorId && (to !== 'AVQ' || from === to))
		fields.vendorId = 'A vendor is named only with a move to Awaiting vendor quote.';
	if (hold && (to !== 'OH' || from === to)) fields.hold = 'A hold is given only with a move to On hold.';
	if (Object.keys(fields).length > 0) throw invalidInput(fields);
}

async function requireAllowed(
	tx: Transaction,
	actor: Actor,
	job: StoredJob,
	move: MoveJob,
	namesVendor: boolean
): Promise<void> {
	const { status } = job.card;
	const movable = { status, hasVendor: namesVendor || job.vendor !== null, closed: job.closing !== null };
	const decision = decideMove(movable, move, abilitiesOf(actor));
	if (!decision.ok) throw await refusalOf(tx, actor.shopId, job, decision.refusal);
}

async function refusalOf(
	tx: Transaction,
	shopId: string,
	{ card }: StoredJob,
	refusal: MoveRefusal
): Promise<AppError> {
	switch (refusal.code) {
		case 'job.moved': {
			const last = await findLastMove(tx, shopId, card.number);
			return new AppError('job.moved', {
				card,
				movedBy: last?.by ?? null,
				movedAt: last?.at ?? card.createdAt
			});
		}
		case 'move.not_allowed':
			return new AppError('move.not_allowed', { from: refusal.from, allowed: refusal.allowed, card });
		case 'forbidden':
		case 'job.closed':
		case 'move.vendor_required':
		case 'move.hold_reason_required':
			return new AppError(refusal.code);
		default:
			return assertNever(refusal);
	}
}
