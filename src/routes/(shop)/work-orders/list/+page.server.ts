import { redirect } from '@sveltejs/kit';
import { listQueryIn, listSearchOf } from '#lib/finding/list-query.ts';
import { readAging } from '#lib/server/board/read-aging.ts';
import { readChoices } from '#lib/server/finding/list-choices.ts';
import { MOST_COUNTED } from '#lib/server/finding/count-jobs.ts';
import { readList } from '#lib/server/finding/read-list.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { readPreferences } from '#lib/server/people/preferences.ts';
import type { PageServerLoad } from './$types';

/** L1: the list that the address asks for; an address without a query brings the person's last filters back. */
export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	const { deps } = event.locals;
	const { pathname, search, searchParams } = event.url;
	if (search === '') {
		const last = (await readPreferences(deps, actor)).search;
		if (last !== '') redirect(303, pathname + last);
	}
	const query = listQueryIn(searchParams);
	const [page, choices, aging] = await Promise.all([
		readList(deps, actor, query, searchParams.get('cursor')),
		readChoices(deps, actor),
		readAging(deps, actor)
	]);
	if (page.isStale) redirect(303, pathname + (listSearchOf(query) || '?all'));
	return { query, page, choices, aging, now: deps.now(), mostCounted: MOST_COUNTED };
};
