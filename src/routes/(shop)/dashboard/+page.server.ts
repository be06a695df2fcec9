import { readBoard } from '#lib/server/board/read-board.ts';
import { readDashboard } from '#lib/server/dashboard/read-dashboard.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import type { PageServerLoad } from './$types';

/** P4: the dashboard's first paint; from then on the session's socket keeps it current. */
export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	const { deps } = event.locals;
	const [history, board] = await Promise.all([readDashboard(deps, actor), readBoard(deps, actor)]);
	return { history, board };
};
