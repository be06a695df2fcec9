import type { Answer, Surroundings } from './board-session-types.ts';

/** Milliseconds before the next attempts; the last one repeats. */
const PAUSES = [200, 400, 800, 1_500];

/**
 * Sends until there is an answer that is not an outage, or the signal ends it. The request must be one that does
 * nothing twice. Resolves with `null` when it was ended without an answer, with the last outage when there was one.
 */
export async function deliver<Body>(
	send: () => Promise<Answer<Body>>,
	signal: AbortSignal,
	after: Surroundings['after']
): Promise<Answer<Body> | null> {
	let last: Answer<Body> | null = null;
	for (let attempt = 0; !signal.aborted; attempt++) {
		const answer = await untilAborted(send(), signal).catch(() => null);
		if (answer && (answer.ok || answer.problem.status < 500)) return answer;
		last = answer ?? last;
		await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0, signal, after);
	}
	return last;
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
	if (signal.aborted) return Promise.resolve(null);
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => resolve(null), { once: true });
		work.then(resolve, reject);
	});
}

function pause(ms: number, signal: AbortSignal, after: Surroundings['after']): Promise<void> {
	if (signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const callOff = after(ms, resolve);
		const end = () => {
			callOff();
			resolve();
		};
		signal.addEventListener('abort', end, { once: true });
	});
}
