import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { readShop } from '#lib/server/people/read-shop.ts';
import { SHOP } from '#lib/settings/shop-settings.ts';
import { THEME_COOKIE, themeOf } from '#lib/ui/theme.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame around every page of a shop shows: which shop, who is signed in, and in which colors. */
export const load: LayoutServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	event.depends(SHOP);
	// Whoever comes back after signing out is asked to sign in, not shown the customers again.
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const { create, reorder, manageShop } = abilitiesOf(actor);
	return {
		shop: await readShop(event.locals.deps.db, actor),
		me: { id: actor.id, name: actor.name, role: actor.role },
		managesShop: manageShop,
		/** W13: which keys do something for them. */
		may: { create, reorder },
		theme: themeOf(event.cookies.get(THEME_COOKIE))
	};
};
