import { requireAdminPage } from '#lib/server/http/admin-page.ts';
import type { LayoutServerLoad } from './$types';

/** W13: the shop's settings are for its admins. Each page asks again: a layout is not run for every one of its data requests. */
export const load: LayoutServerLoad = (event) => {
	requireAdminPage(event);
};
