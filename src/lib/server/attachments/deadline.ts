/** Gives work, with all its attempts, so many milliseconds until it has its answer; then it is given up. */
export async function deadline<Answer>(
	milliseconds: number,
	work: (until: { abortSignal: AbortSignal }) => Promise<Answer>
): Promise<Answer> {
	const given = new AbortController();
	const late = Object.assign(new Error(`No answer within ${milliseconds / 1000} s`), { code: 'ETIMEDOUT' });
	const timer = setTimeout(() => given.abort(late), milliseconds);
	try {
		return await work({ abortSignal: given.signal });
	} catch (error) {
		throw given.signal.aborted ? late : error;
	} finally {
		// An answer's body may take longer than its head.
		clearTimeout(timer);
	}
}
