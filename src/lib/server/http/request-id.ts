import { randomUUID } from 'node:crypto';

/** What may be a request's id: a UUID, a trace id, a proxy's count. Anything else could be text of somebody's in the log. */
const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id that a proxy in front has given a request, or a new one: it stands in the answer and in every line of the log. */
export function requestIdOf(headers: Headers): string {
	const given = headers.get('x-request-id') ?? '';
	return WELL_FORMED.test(given) ? given : randomUUID();
}
