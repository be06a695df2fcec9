import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '../app-error.ts';
import type { Deps } from '../deps.ts';
import { problemResponse } from './problem.ts';

export { readInput } from './read-input.ts';

/** What a handler of the API works with. */
export interface ApiContext {
	deps: Deps;
	actor: Actor;
}

/** An API handler for those who are signed in; whatever it throws is answered as a problem. */
export function api<Event extends RequestEvent>(
	handler: (event: Event, context: ApiContext) => Promise<Response>
): (event: Event) => Promise<Response> {
	return openApi((event) => {
		const { deps, actor } = event.locals;
		if (!actor) throw new AppError('unauthenticated');
		return handler(event, { deps, actor });
	});
}

/** An API handler for everybody: signing in. */
export function openApi<Event extends RequestEvent>(
	handler: (event: Event, context: { deps: Deps }) => Promise<Response>
): (event: Event) => Promise<Response> {
	return async (event) => {
		const { deps, requestId } = event.locals;
		try {
			return await handler(event, { deps });
		} catch (error) {
			return problemResponse(error, { log: deps.log, requestId });
		}
	};
}

/** A JSON answer that nothing on the way may keep. */
export function answer(body: unknown, status = 200): Response {
	return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** 204: done, and there is nothing to say. */
export function answerNothing(): Response {
	return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
