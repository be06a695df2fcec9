import type { RequestEvent } from '@sveltejs/kit';
import { linkPath, type LinkKind } from '#lib/people/access-link.ts';

/** P3: the whole address of a link, as it is sent to somebody: at the public address where there is one. */
export function linkAddress(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	kind: LinkKind,
	token: string
): string {
	return (locals.config.origin ?? url.origin) + linkPath(kind, token);
}
