import { isHttpError, redirect } from '@sveltejs/kit';
import { ResetPasswordInput } from '#lib/people/link-input.ts';
import { HOME } from '#lib/people/next-page.ts';
import { readForm, refuseForm } from '#lib/server/http/form.ts';
import { deviceOf, keepSecret, onLinkPage, signInInstead } from '#lib/server/http/link-page.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { readPasswordLink, resetPassword } from '#lib/server/people/reset-password.ts';
import type { Actions, PageServerLoad } from './$types';

/** P3: whose password a link sets. */
export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	const { deps, actor } = event.locals;
	const { shop, name, email } = await onLinkPage(event, () => readPasswordLink(deps, event.params.token));
	return { shop, name, email, signedIn: actor && actor.name !== name ? actor.name : null };
};

export const actions: Actions = {
	default: async (event) => {
		let typed: Record<string, string> = {};
		try {
			typed = await readForm(event.request);
			const { password } = parseInput(ResetPasswordInput, typed);
			const reset = () =>
				resetPassword(event.locals.deps, event.params.token, { password, device: deviceOf(event) });
			await signInInstead(event, await onLinkPage(event, reset));
		} catch (error) {
			if (isHttpError(error)) throw error;
			return refuseForm(error, event, typed);
		}
		redirect(303, HOME);
	}
};
