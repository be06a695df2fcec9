import { mayMove, type Abilities } from './abilities.ts';
import type { JobDetails } from './job-details.ts';
import type { Status } from './status.ts';

/** The one obvious thing to do with a job. */
export type NextStep = { do: 'move'; to: Status } | { do: 'pick_up' } | { do: 'reopen' };

/**
 * W3, W10: what most people want to do next with a job, when they may; `null` where nothing is obvious to them. With a
 * vendor a quote is asked of them; without one the shop has quoted itself.
 */
export function nextStep(
	job: Pick<JobDetails, 'status' | 'hold' | 'closing' | 'vendor'>,
	abilities: Abilities
): NextStep | null {
	if (job.closing) return abilities.reopen ? { do: 'reopen' } : null;
	if (job.status === 'RP') return abilities.close ? { do: 'pick_up' } : null;
	const to = obviousMove(job);
	return to && mayMove(abilities, job.status, to) ? { do: 'move', to } : null;
}

function obviousMove({
	status,
	hold,
	vendor
}: Pick<JobDetails, 'status' | 'hold' | 'vendor'>): Status | null {
	if (status === 'OH') return hold?.from ?? null;
	if (status === 'QN') return vendor ? 'AVQ' : 'CR';
	return NEXT[status];
}

const NEXT: Record<Exclude<Status, 'OH' | 'QN'>, Status | null> = { AVQ: 'CR', CR: 'IP', IP: 'RP', RP: null };
