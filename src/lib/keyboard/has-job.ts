/**
 * J2: whether the shop has a job of this number, on the board or closed. Only the server's "not found" is a no: without
 * an answer the job's page says what is wrong.
 */
export async function hasJob(number: number, fetch: typeof globalThis.fetch): Promise<boolean> {
	try {
		const answer = await fetch(`/api/v1/jobs/${number}`);
		return answer.status !== 404;
	} catch {
		return true;
	}
}
