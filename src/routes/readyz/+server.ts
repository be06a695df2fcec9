import { AppError } from '#lib/server/app-error.ts';
import { answer, openApi } from '#lib/server/http/api.ts';
import { RETRY_AFTER } from '#lib/server/http/problem.ts';
import { isDraining } from '#lib/server/readiness.ts';
import type { RequestHandler } from './$types';

/** Milliseconds that the database has to answer in. */
const PATIENCE = 2000;

/** Whether a load balancer may send people here: the database answers, and the process is not about to end. */
export const GET: RequestHandler = openApi(async (_event, { deps }) => {
	if (isDraining()) throw new AppError('service.unavailable', { retryAfter: RETRY_AFTER });
	await Promise.race([deps.sql`select 1`, refuseAfter(PATIENCE)]);
	return answer({ ready: true });
});

async function refuseAfter(milliseconds: number): Promise<never> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
	throw new AppError('service.unavailable', { retryAfter: RETRY_AFTER });
}
