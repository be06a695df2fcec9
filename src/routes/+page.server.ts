import { redirect } from '@sveltejs/kit';
import { shopExists } from '#lib/server/people/first-shop.ts';
import { homeOf } from '#lib/server/people/preferences.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.actor?.kind === 'display') redirect(303, '/display');
	if (locals.actor) redirect(303, await homeOf(locals.deps, locals.actor));
	redirect(303, (await shopExists(locals.deps.db)) ? '/sign-in' : '/set-up');
};
