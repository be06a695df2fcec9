import type { CreateRequest, JobResult } from './board-session-types.ts';

type Create = (request: CreateRequest, mutationId: string) => Promise<JobResult>;

/**
 * Sends a new job so that it is taken in once: the same input sent again because no answer came is the same mutation.
 * What was answered with success, or changed since, is another job.
 */
export function createOnce(create: Create, newMutationId: () => string) {
	let attempt: { input: string; mutationId: string } | null = null;
	return async (request: CreateRequest): Promise<JobResult> => {
		const input = JSON.stringify(request);
		if (attempt?.input !== input) attempt = { input, mutationId: newMutationId() };
		const result = await create(request, attempt.mutationId);
		if (result.ok) attempt = null;
		return result;
	};
}
