import { redirect } from '@sveltejs/kit';
import { HOME } from '#lib/people/next-page.ts';
import { shopExists } from '#lib/server/people/first-shop.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.actor) redirect(303, HOME);
	redirect(303, (await shopExists(locals.deps.db)) ? '/sign-in' : '/set-up');
};
