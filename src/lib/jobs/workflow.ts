import { daysBetween, dayIn, shiftDays, type Instant } from '#lib/kernel/dates.ts';
import { mayMove, type Abilities } from './abilities.ts';
import type { Hold, HoldReason, Outcome, Standing } from './job.ts';
import { isEdge, nextStatuses, type Status } from './status.ts';

export interface MoveJob {
	/** The status in which the mover saw the job. */
	from: Status;
	to: Status;
	hold?:
		{ reason: HoldReason; note?: string | null | undefined; until?: string | null | undefined } | undefined;
}

export type MoveRefusal =
	| { code: 'forbidden' }
	| { code: 'job.moved' }
	| { code: 'job.closed' }
	| { code: 'move.not_allowed'; from: Status; allowed: readonly Status[] }
	| { code: 'move.vendor_required' }
	| { code: 'move.hold_reason_required' };

export type Decision<Refusal> = { ok: true } | { ok: false; refusal: Refusal };

/** What decides a move: where the job is, whether it has a vendor (its own or one named with the move), whether it is closed. */
export interface MovableJob {
	status: Status;
	hasVendor: boolean;
	closed: boolean;
}

/**
 * W2–W8, W13: whether a move may happen, the same in the browser and on the server (W3).
 * Refusals come in the contract's order; staying in the same status is a re-order and needs no edge.
 */
export function decideMove(job: MovableJob, move: MoveJob, abilities: Abilities): Decision<MoveRefusal> {
	if (!mayMove(abilities, move.from, move.to) && !isUnknownEdge(move, abilities))
		return refuse({ code: 'forbidden' });
	if (job.status !== move.from) return refuse({ code: 'job.moved' });
	if (job.closed) return refuse({ code: 'job.closed' });
	if (move.from === move.to) return { ok: true };
	if (!isEdge(move.from, move.to)) {
		return refuse({ code: 'move.not_allowed', from: move.from, allowed: nextStatuses(move.from) });
	}
	if (move.to === 'AVQ' && !job.hasVendor) return refuse({ code: 'move.vendor_required' });
	if (move.to === 'OH' && !isReasonGiven(move.hold)) return refuse({ code: 'move.hold_reason_required' });
	return { ok: true };
}

/** W4: somebody who makes every move of the workflow learns that the edge is missing, not that it is forbidden to them. */
function isUnknownEdge(move: MoveJob, abilities: Abilities): boolean {
	const makesEveryMove = nextStatuses(move.from).every((to) => abilities.moves[move.from].includes(to));
	return makesEveryMove && !isEdge(move.from, move.to);
}

/** W6: "other" says nothing by itself; it needs its note. */
function isReasonGiven(hold: MoveJob['hold']): boolean {
	return hold !== undefined && (hold.reason !== 'other' || Boolean(hold.note?.trim()));
}

/**
 * W6, W7, G4: how a job stands after an allowed move. A hold stops the clock: resuming into the status it was
 * held from goes on with its days, any other move starts them again.
 */
export function standAfter(job: Standing, move: MoveJob, now: Instant, timeZone: string): Standing {
	if (move.from === move.to) return job;
	const { from, to } = move;
	if (to === 'OH' && move.hold) {
		return { status: to, statusSince: now, hold: holdOf(move.hold, from), heldClock: job.statusSince };
	}
	const resumes = job.hold?.from === to && job.heldClock !== null;
	const statusSince = resumes ? resumedClock(job, job.heldClock ?? now, now, timeZone) : now;
	return { status: to, statusSince, hold: null, heldClock: null };
}

function holdOf(asked: NonNullable<MoveJob['hold']>, from: Status): Hold {
	return { reason: asked.reason, note: asked.note?.trim() || null, until: asked.until ?? null, from };
}

/** G4: days count by the calendar (G2), so the clock moves on by the calendar days that the hold took, never past now. */
function resumedClock(job: Standing, clock: Instant, now: Instant, timeZone: string): Instant {
	const daysHeld = daysBetween(dayIn(timeZone, job.statusSince), dayIn(timeZone, now));
	const shifted = shiftDays(timeZone, clock, daysHeld);
	return shifted < now ? shifted : now;
}

/**
 * W10, G4: how a reopened job stands. Its days start again, as those that it was away for are nobody's delay; a hold
 * goes on holding the clock at the days that the job had when it was put on hold.
 */
export function standReopened(job: Standing, now: Instant, timeZone: string): Standing {
	const heldClock = job.heldClock && resumedClock(job, job.heldClock, now, timeZone);
	return { ...job, statusSince: now, heldClock };
}

/** W9: how long the person who made a move can take it back. */
export const UNDO_MINUTES = 5;

export type UndoRefusal =
	{ code: 'forbidden' } | { code: 'undo.nothing' } | { code: 'undo.changed' } | { code: 'undo.too_late' };

/** The last thing that happened to a job. */
export interface LastEvent {
	kind: string;
	by: string | null;
	at: Instant;
}

/**
 * W9: whether a person may take back a job's last move. It must be a move, their own, with nothing changed since,
 * and at most five minutes old. The workflow's edges do not matter.
 */
export function decideUndo(
	last: LastEvent,
	personId: string,
	abilities: Abilities,
	now: Instant
): Decision<UndoRefusal> {
	if (!abilities.reorder) return refuse({ code: 'forbidden' });
	if (last.kind !== 'moved') return refuse({ code: 'undo.nothing' });
	if (last.by !== personId) return refuse({ code: 'undo.changed' });
	const age = Date.parse(now) - Date.parse(last.at);
	return age > UNDO_MINUTES * 60_000 ? refuse({ code: 'undo.too_late' }) : { ok: true };
}

export interface CloseJob {
	outcome: Outcome;
	reason?: string | null | undefined;
}

export type CloseRefusal =
	| { code: 'forbidden' }
	| { code: 'job.closed' }
	| { code: 'close.not_ready' }
	| { code: 'close.reason_required' };

/** W10: a job is picked up from Ready for pickup only, and cancelled from anywhere with a reason. */
export function decideClose(
	job: { status: Status; closed: boolean },
	close: CloseJob,
	abilities: Abilities
): Decision<CloseRefusal> {
	if (!abilities.close) return refuse({ code: 'forbidden' });
	if (job.closed) return refuse({ code: 'job.closed' });
	if (close.outcome === 'picked_up' && job.status !== 'RP') return refuse({ code: 'close.not_ready' });
	if (close.outcome === 'cancelled' && !close.reason?.trim())
		return refuse({ code: 'close.reason_required' });
	return { ok: true };
}

export type ReopenRefusal = { code: 'forbidden' } | { code: 'job.not_closed' };

/** W10: an admin reopens a closed job into the status that it left. */
export function decideReopen(job: { closed: boolean }, abilities: Abilities): Decision<ReopenRefusal> {
	if (!abilities.reopen) return refuse({ code: 'forbidden' });
	return job.closed ? { ok: true } : refuse({ code: 'job.not_closed' });
}

function refuse<Refusal>(refusal: Refusal): Decision<Refusal> {
	return { ok: false, refusal };
}
