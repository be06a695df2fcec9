import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { SHUTDOWN, type Shutdown } from '#entry/process-symbols.ts';
import { AppError } from '#lib/server/app-error.ts';
import { authenticate } from '#lib/server/http/authenticate.ts';
import { drain } from '#lib/server/http/drain.ts';
import { isForeignWrite } from '#lib/server/http/foreign-write.ts';
import { logProblem, problemResponse, RETRY_AFTER, toAppError } from '#lib/server/http/problem.ts';
import { asProblem } from '#lib/server/http/framework-answer.ts';
import { requestIdOf } from '#lib/server/http/request-id.ts';
import { isProbe, requestLevel, requestLine } from '#lib/server/http/request-line.ts';
import { addApiHeaders, addSecurityHeaders } from '#lib/server/http/security-headers.ts';
import { unavailablePage } from '#lib/server/http/unavailable-page.ts';
import { announceSetUp } from '#lib/server/people/announce-set-up.ts';
import { getProcess } from '#lib/server/process.ts';
import { attachRealtime } from '#lib/server/realtime/attach.ts';
import { THEME_COOKIE, themeAttribute, themeOf } from '#lib/ui/theme.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

/** Once, before the first request. What it leaves behind ends it all when the process goes. */
export const init: ServerInit = async () => {
	if (building) return;
	const running = getProcess();
	const realtime = await attachRealtime(running.deps, running.config);
	running.sweeper.start();
	const close = async () => {
		await running.sweeper.close();
		await running.close();
	};
	Object.assign(globalThis, { [SHUTDOWN]: { disconnect: realtime.close, close } satisfies Shutdown });
	await announceSetUp(running);
};

/** Every request: who asks (P3), whether it may write from where it comes, what every answer carries, and what is told of it. */
export const handle: Handle = async ({ event, resolve }) => {
	if (building) return resolve(event);
	const { deps, config } = getProcess();
	const requestId = requestIdOf(event.request.headers);
	event.locals = { deps, config, requestId, begunAt: performance.now(), actor: null, session: null };
	const response = await respond(event, resolve);
	if (!(await drain(event))) response.headers.set('connection', 'close');
	response.headers.set('x-request-id', requestId);
	const addHeaders = event.url.pathname.startsWith('/api/') ? addApiHeaders : addSecurityHeaders;
	addHeaders(response.headers, config.origin);
	note(event, response.status);
	return response;
};

async function respond(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const isApi = event.url.pathname.startsWith('/api/');
	try {
		if (isForeignWrite(event.request, event.locals.config.origin)) throw new AppError('origin_refused');
		if (isProbe(event.route.id)) return await resolve(event);
		if (event.route.id) await authenticate(event);
		else if (isApi) throw new AppError('not_found');
	} catch (error) {
		return refuse(error, event, isApi);
	}
	const response = await resolve(event, { transformPageChunk: withTheme(event), preload: isPreloaded });
	return isApi ? asProblem(response, contextOf(event)) : withOutage(response, event);
}

/** One line and one measure for each request. */
function note({ request, route, locals }: RequestEvent, status: number): void {
	const { deps, requestId, actor, begunAt } = locals;
	const answered = { method: request.method, route: route.id, status, ms: performance.now() - begunAt };
	deps.metrics.requestAnswered(answered);
	deps.log[requestLevel(answered)](requestLine(answered, requestId, actor), 'request answered');
}

/**
 * Scripts are asked for by a header before the page is read. Style sheets stand at the top of the page anyway; with them the
 * headers would not fit into the 4 kB that proxies give them.
 */
function isPreloaded({ type }: { type: string }): boolean {
	return type === 'js';
}

/** The theme that this browser chose, in the page as it is sent: no page flashes in the other one first. */
function withTheme({ cookies }: RequestEvent) {
	const attribute = themeAttribute(themeOf(cookies.get(THEME_COOKIE)));
	return ({ html }: { html: string }) => html.replace('<html lang="en"', `<html lang="en"${attribute}`);
}

/** Pages that nobody could be recognised for wait for the database by themselves; everything else gets the problem. */
function refuse(error: unknown, event: RequestEvent, isApi: boolean): Response {
	const problem = problemResponse(error, contextOf(event));
	const isPage = !isApi && !event.isDataRequest && event.request.method === 'GET';
	return isPage && problem.status === 503 ? unavailablePage() : problem;
}

/** The framework answers a load function's fault with 500 whatever it was; `handleError` has noted the outages. */
function withOutage(response: Response, { locals }: RequestEvent): Response {
	if (!locals.outage || response.status !== 500) return response;
	const headers = new Headers(response.headers);
	headers.set('retry-after', String(RETRY_AFTER));
	return new Response(response.body, { status: 503, headers });
}

/** What nobody expected: logged with the request's id, and told in words without a trace. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const refusal = toAppError(error);
	const context = contextOf(event);
	logProblem(error, refusal, context);
	if (refusal.code === 'service.unavailable') event.locals.outage = true;
	return { message: refusal.message, code: refusal.code, requestId: context.requestId };
};

/** What fails before anything is known of a request is logged too: an error in here would end the process. */
function contextOf({ locals }: { locals: Partial<App.Locals> }) {
	return { log: getProcess().deps.log, requestId: locals.requestId ?? randomUUID() };
}
