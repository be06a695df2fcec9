import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Actor, PersonActor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readJson } from './json-body.ts';
import { parseInput } from './parse-input.ts';
import { problemResponse } from './problem.ts';

/** What a handler of the API works with. */
export interface ApiContext<Who extends Actor = PersonActor> {
	deps: Deps;
	actor: Who;
}

/** An API handler for people who are signed in; whatever it throws is answered as a problem. D1: displays are refused. */
export function api<Event extends RequestEvent>(
	handler: (event: Event, context: ApiContext) => Promise<Response>
): (event: Event) => Promise<Response> {
	return boardApi((event, { deps, actor }) => {
		if (actor.kind === 'display') throw new AppError('forbidden');
		return handler(event, { deps, actor });
	});
}

/** An API handler for people and displays: the few reads that a display lives on. */
export function boardApi<Event extends RequestEvent>(
	handler: (event: Event, context: ApiContext<Actor>) => Promise<Response>
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

/**
 * The JSON body of a request, parsed by a schema. Throws `request.type`, `request.too_large`, `request.unreadable` or
 * `input.invalid` with one sentence a field, named by its path (`hold.reason`).
 */
export async function readInput<Schema extends v.GenericSchema>(
	event: { request: Request },
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	return parseInput(schema, await readJson(event.request));
}

/** A JSON answer that nothing on the way may keep. */
export function answer(body: unknown, status = 200): Response {
	return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** 204: done, and there is nothing to say. */
export function answerNothing(): Response {
	return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
