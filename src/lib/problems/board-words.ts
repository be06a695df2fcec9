import { movedByOther, refusedMoveSentence } from '#lib/jobs/messages.ts';
import type { ProblemCode, ProblemFacts } from './problem.ts';

export interface Words {
	title: string;
	detail: string | ((facts: ProblemFacts) => string);
}

/** The words of what a board refuses without asking the server. They stand alone because it fetches no others. */
export const BOARD_PROBLEM_WORDS = {
	forbidden: { title: 'Not allowed', detail: 'Your role does not allow this.' },
	'job.not_found': { title: 'Job not found', detail: 'There is no such job.' },
	'job.moved': { title: 'Moved meanwhile', detail: (facts) => movedSentence(facts) },
	'job.closed': { title: 'Job is closed', detail: 'This job is closed. An admin can reopen it.' },
	'move.not_allowed': {
		title: 'Move not allowed',
		detail: ({ from, allowed }) =>
			from ? refusedMoveSentence(from, allowed) : 'The workflow has no such move.'
	},
	'move.vendor_required': {
		title: 'Vendor needed',
		detail: 'Choose the vendor who is asked for the quote.'
	},
	'move.hold_reason_required': { title: 'Reason needed', detail: 'Say what the job is waiting for.' },
	'close.not_ready': {
		title: 'Not ready',
		detail: 'Only a piece that is Ready for pickup can be picked up.'
	},
	'close.reason_required': { title: 'Reason needed', detail: 'Say why the job is cancelled.' },
	'service.unavailable': {
		title: 'Unavailable for a moment',
		detail: 'The database does not answer. Nothing was saved; try again in a moment.'
	}
} satisfies Partial<Record<ProblemCode, Words>>;

export type BoardProblemCode = keyof typeof BOARD_PROBLEM_WORDS;

export function boardProblemDetail(code: BoardProblemCode, facts: ProblemFacts = {}): string {
	return detailOf(BOARD_PROBLEM_WORDS[code], facts);
}

export function detailOf({ detail }: Words, facts: ProblemFacts): string {
	return typeof detail === 'string' ? detail : detail(facts);
}

function movedSentence({ card, movedBy }: ProblemFacts): string {
	if (!card) return 'Somebody moved this job just now.';
	return movedByOther(movedBy?.name ?? null, card.status);
}
