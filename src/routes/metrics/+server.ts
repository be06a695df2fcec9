import { AppError } from '#lib/server/app-error.ts';
import { openApi } from '#lib/server/http/api.ts';
import { mayReadMetrics } from '#lib/server/metrics/may-read-metrics.ts';
import type { RequestHandler } from './$types';

/** What the process counts and times, for Prometheus. For others there is no such page. */
export const GET: RequestHandler = openApi(async (event, { deps: { metrics } }) => {
	const { origin, metricsToken } = event.locals.config;
	const visitor = { headers: event.request.headers, address: event.getClientAddress(), origin };
	if (!mayReadMetrics(visitor, metricsToken)) throw new AppError('not_found');
	const headers = { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' };
	return new Response(await metrics.registry.metrics(), { headers });
});
