import { requireAdminPage } from '#lib/server/http/admin-page.ts';
import { readPreviewJobs } from '#lib/server/settings/read-preview-jobs.ts';
import { readSettings } from '#lib/server/settings/read-settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireAdminPage(event);
	const { deps } = event.locals;
	const [settings, jobs] = await Promise.all([readSettings(deps, actor), readPreviewJobs(deps, actor)]);
	return {
		settings,
		jobs,
		now: deps.now(),
		timeZones: [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
	};
};
