import type { Level } from 'pino';
import type { Actor } from '#lib/people/actor.ts';
import type { AnsweredRequest } from '#lib/server/metrics/metrics.ts';

/** Asked by machines, every few seconds. */
const PROBES = ['/healthz', '/readyz', '/metrics'];
const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a route is for the machines that watch this one. They are asked by nobody who could be signed in. */
export function isProbe(route: string | null): boolean {
	return route !== null && PROBES.includes(route);
}

/** What the log says of a request: ids and figures, never what somebody typed, is called or may enter with. */
export function requestLine({ ms, ...request }: AnsweredRequest, requestId: string, actor: Actor | null) {
	const who = actor?.kind === 'display' ? { displayId: actor.id } : { personId: actor?.id ?? null };
	return { requestId, shopId: actor?.shopId ?? null, ...who, ...request, ms: Math.round(ms * 10) / 10 };
}

/** `info` for what changes something or is refused, `debug` for what is read, `trace` for the machines' regular visits. */
export function requestLevel({ method, route, status }: AnsweredRequest): Level {
	if (status >= 400) return 'info';
	if (isProbe(route)) return 'trace';
	return READING.includes(method) ? 'debug' : 'info';
}
