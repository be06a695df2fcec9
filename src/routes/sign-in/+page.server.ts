import { redirect } from '@sveltejs/kit';
import { deviceName } from '#lib/people/device.ts';
import { nextPage } from '#lib/people/next-page.ts';
import { SignInInput } from '#lib/people/sign-in-input.ts';
import { readForm, refuseForm } from '#lib/server/http/form.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { setSessionCookie } from '#lib/server/http/session-cookie.ts';
import { shopExists } from '#lib/server/people/first-shop.ts';
import { signIn } from '#lib/server/people/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.actor) redirect(303, nextPage(url.searchParams.get('next')));
	if (!(await shopExists(locals.deps.db))) redirect(303, '/set-up');
};

export const actions: Actions = {
	default: async (event) => {
		let typed: Record<string, string> = {};
		try {
			typed = await readForm(event.request);
			const { email, password } = parseInput(SignInInput, typed);
			const device = deviceName(event.request.headers.get('user-agent'));
			const address = event.getClientAddress();
			const { token } = await signIn(event.locals.deps, { email, password, device, address });
			setSessionCookie(event, token);
		} catch (error) {
			return refuseForm(error, event, typed);
		}
		redirect(303, nextPage(event.url.searchParams.get('next')));
	}
};
