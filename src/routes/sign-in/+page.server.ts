import { redirect } from '@sveltejs/kit';
import type { Actor } from '#lib/people/actor.ts';
import { deviceName } from '#lib/people/device.ts';
import { nextPage } from '#lib/people/next-page.ts';
import { SignInInput } from '#lib/people/sign-in-input.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readForm, refuseForm } from '#lib/server/http/form.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { setSessionCookie } from '#lib/server/http/session-cookie.ts';
import { shopExists } from '#lib/server/people/first-shop.ts';
import { homeOf } from '#lib/server/people/preferences.ts';
import { signIn } from '#lib/server/people/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** L1: where somebody was on their way to, or the view that they left off with. */
async function landing(deps: Deps, actor: Actor, url: URL): Promise<string> {
	const next = url.searchParams.get('next');
	return next === null ? homeOf(deps, actor) : nextPage(next);
}

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.actor?.kind === 'person') redirect(303, await landing(locals.deps, locals.actor, url));
	if (!(await shopExists(locals.deps.db))) redirect(303, '/set-up');
};

export const actions: Actions = {
	default: async (event) => {
		const { deps } = event.locals;
		let typed: Record<string, string> = {};
		let page: string;
		try {
			typed = await readForm(event.request);
			const { email, password } = parseInput(SignInInput, typed);
			const device = deviceName(event.request.headers.get('user-agent'));
			const address = event.getClientAddress();
			const { token, actor } = await signIn(deps, { email, password, device, address });
			page = await landing(deps, actor, event.url);
			setSessionCookie(event, token);
		} catch (error) {
			return refuseForm(error, event, typed);
		}
		redirect(303, page);
	}
};
