/** Where somebody who signs in goes unless they were on their way somewhere else. */
export const HOME = '/work-orders';

const HERE = 'http://here.invalid';

/** The address inside this site that a `next` parameter names; the board when it names none, or another site. */
export function nextPage(next: string | null): string {
	if (!next?.startsWith('/') || !URL.canParse(next, HERE)) return HOME;
	const { origin, pathname, search, hash } = new URL(next, HERE);
	// `/.//elsewhere.com` is a path here, and another site once it stands alone.
	if (origin !== HERE || pathname.startsWith('//')) return HOME;
	return pathname + search + hash;
}

/** The sign-in page that leads back to an address of this site. */
export function signInPage({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
	const next = pathname + search;
	return next === '/' || next === HOME ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
