import { readDashboard } from '#lib/server/dashboard/read-dashboard.ts';
import { answer, api } from '#lib/server/http/api.ts';

export const GET = api(async (_event, { deps, actor }) => answer(await readDashboard(deps, actor)));
