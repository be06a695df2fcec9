import { error, type RequestEvent } from '@sveltejs/kit';
import { deviceName } from '#lib/people/device.ts';
import { PROBLEM_STATUS } from '#lib/problems/problem.ts';
import { AppError } from '#lib/server/app-error.ts';
import { countLinkTry } from '#lib/server/people/attempts.ts';
import { endSession, type NewSession } from '#lib/server/people/sessions.ts';
import { isDatabaseGone } from './database-gone.ts';
import { setSessionCookie } from './session-cookie.ts';

const LINK_CODES: readonly string[] = ['link.not_found', 'link.used', 'link.expired', 'request.too_many'];

/**
 * P3: does what a link's page needs, for a network that has not tried too many, and counts what goes wrong. A link that
 * does not work is thrown on to the error page; other refusals are thrown as they are.
 */
export async function onLinkPage<Result>(event: RequestEvent, work: () => Promise<Result>): Promise<Result> {
	try {
		return await counted(event.getClientAddress(), work);
	} catch (refusal) {
		if (!(refusal instanceof AppError)) throw refusal;
		const { code, message, facts } = refusal;
		if (!LINK_CODES.includes(code)) throw refusal;
		if (facts.retryAfter !== undefined) event.setHeaders({ 'retry-after': String(facts.retryAfter) });
		error(PROBLEM_STATUS[code], { message, code });
	}
}

async function counted<Result>(address: string, work: () => Promise<Result>): Promise<Result> {
	const forget = await countLinkTry(address);
	try {
		const result = await work();
		await forget();
		return result;
	} catch (failure) {
		// A try that an outage kept from being one is none.
		if (isDatabaseGone(failure)) await forget();
		throw failure;
	}
}

/** P3: neither the page nor the token in its address is kept, or told on. */
export function keepSecret({ setHeaders }: Pick<RequestEvent, 'setHeaders'>): void {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
}

/** What somebody who uses a link is at: "Chrome on Android". */
export function deviceOf({ request }: Pick<RequestEvent, 'request'>): string {
	return deviceName(request.headers.get('user-agent'));
}

/** P3: whoever was signed in on this browser is not any more; the holder of the link is. */
export async function signInInstead(event: RequestEvent, { token }: NewSession): Promise<void> {
	const { deps, session } = event.locals;
	if (session) await endSession(deps, session.id);
	setSessionCookie(event, token);
}
