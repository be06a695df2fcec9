import { listDisplays } from '#lib/server/displays/list-displays.ts';
import { requireAdminPage } from '#lib/server/http/admin-page.ts';
import type { PageServerLoad } from './$types';

/** D1: the shop's displays, and the address that is opened on the next one. */
export const load: PageServerLoad = async (event) => {
	const actor = requireAdminPage(event);
	const { deps, config } = event.locals;
	event.depends('app:displays');
	return {
		displays: await listDisplays(deps, actor),
		now: deps.now(),
		address: `${config.origin ?? event.url.origin}/display`
	};
};
