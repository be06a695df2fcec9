import { isHttpError, redirect } from '@sveltejs/kit';
import { JoinInput } from '#lib/people/link-input.ts';
import { HOME } from '#lib/people/next-page.ts';
import { readForm, refuseForm } from '#lib/server/http/form.ts';
import { deviceOf, keepSecret, onLinkPage, signInInstead } from '#lib/server/http/link-page.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { joinShop } from '#lib/server/people/join-shop.ts';
import { readInvitation } from '#lib/server/people/read-invitation.ts';
import type { Actions, PageServerLoad } from './$types';

/** P3: what an invitation says. It is read before and after each try, and used by none of them that is refused. */
export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	const { deps, actor } = event.locals;
	const invitation = await onLinkPage(event, () => readInvitation(deps, event.params.token));
	return { invitation, signedIn: actor?.name ?? null };
};

export const actions: Actions = {
	default: async (event) => {
		let typed: Record<string, string> = {};
		try {
			typed = await readForm(event.request);
			const input = parseInput(JoinInput, typed);
			const join = () =>
				joinShop(event.locals.deps, event.params.token, { ...input, device: deviceOf(event) });
			await signInInstead(event, await onLinkPage(event, join));
		} catch (error) {
			if (isHttpError(error)) throw error;
			return refuseForm(error, event, typed);
		}
		redirect(303, HOME);
	}
};
