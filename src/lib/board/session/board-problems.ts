import { BOARD_PROBLEM_WORDS, boardProblemDetail, type BoardProblemCode } from '#lib/problems/board-words.ts';
import { PROBLEM_STATUS, type Problem, type ProblemFacts } from '#lib/problems/problem.ts';
import type { Refused } from './board-session-types.ts';

/** W3: a refusal that needs no server, in the words that the server would use. */
export function refusedHere(code: BoardProblemCode, facts: ProblemFacts = {}): Refused {
	return { ok: false, kind: 'refused', problem: problemOf(code, facts) };
}

/** C5: no answer came in time, so nobody here knows. An outage that the server told of speaks for itself. */
export function undelivered(outage: Problem | null): Refused {
	const unanswered = {
		...problemOf('service.unavailable'),
		title: 'No answer',
		detail:
			'The server did not answer in time. Look at the board when it is live again before you repeat this.'
	};
	return { ok: false, kind: 'undelivered', problem: outage ?? unanswered };
}

/** C5: the board takes no changes until it is connected again. */
export function readOnly(): Refused {
	const problem = {
		...problemOf('service.unavailable'),
		title: 'Not connected',
		detail: 'The board is not connected; nothing can be changed until it is.'
	};
	return { ok: false, kind: 'read_only', problem };
}

function problemOf(code: BoardProblemCode, facts: ProblemFacts = {}): Problem {
	const { title } = BOARD_PROBLEM_WORDS[code];
	const status = PROBLEM_STATUS[code];
	return {
		type: `/problems/${code}`,
		title,
		status,
		code,
		detail: boardProblemDetail(code, facts),
		...facts
	};
}
