import { AppError } from '#lib/server/app-error.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { answer } from '#lib/server/http/api.ts';
import { problemAnswer } from '#lib/server/http/problem.ts';
import { isDraining } from '#lib/server/readiness.ts';
import type { RequestHandler } from './$types';

/** Milliseconds that the database has to answer in. */
const PATIENCE = 2000;

/** Whether a load balancer may send people here: the database answers, and the process is not about to end. */
export const GET: RequestHandler = async ({ locals: { deps, requestId } }) => {
	const isReady = !isDraining() && (await answersWithin(deps.sql, PATIENCE));
	// Asked every few seconds: an outage is not told to the log each time.
	return isReady ? answer({ ready: true }) : problemAnswer(new AppError('service.unavailable'), requestId);
};

async function answersWithin(sql: Sql, patience: number): Promise<boolean> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
	const asked = sql`select 1`.then(
		() => true,
		() => false
	);
	const answers = await Promise.race([asked, late]);
	clearTimeout(timer);
	return answers;
}
