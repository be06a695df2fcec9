import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { PersonActor } from '#lib/people/actor.ts';
import { signInPage } from '#lib/people/next-page.ts';

/** P3: who looks at a page. Whoever is not signed in, a display too, is sent to do so, and comes back here afterwards. */
export function requireSignedIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): PersonActor {
	if (locals.actor?.kind === 'person') return locals.actor;
	redirect(303, signInPage(url));
}
