import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/people/actor.ts';
import { signInPage } from '#lib/people/next-page.ts';

/** P3: who looks at a page. Whoever is not signed in is sent to do so, and comes back here afterwards. */
export function requireSignedIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Actor {
	if (locals.actor) return locals.actor;
	redirect(303, signInPage(url));
}
