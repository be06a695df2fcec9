import { AppError } from '#lib/server/app-error.ts';
import { answer, openApi } from '#lib/server/http/api.ts';
import { RETRY_AFTER } from '#lib/server/http/problem.ts';
import type { RequestHandler } from './$types';

/** Milliseconds that the database has to answer in. */
const PATIENCE = 2000;

/** Whether the database answers, so that a load balancer may send people here. */
export const GET: RequestHandler = openApi(async (_event, { deps }) => {
	await Promise.race([deps.sql`select 1`, refuseAfter(PATIENCE)]);
	return answer({ ready: true });
});

async function refuseAfter(milliseconds: number): Promise<never> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
	throw new AppError('service.unavailable', { retryAfter: RETRY_AFTER });
}
