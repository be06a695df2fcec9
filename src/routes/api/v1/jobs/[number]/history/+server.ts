import { answer, api } from '#lib/server/http/api.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import type { RequestEvent } from './$types';

export const GET = api(async ({ params }: RequestEvent, { deps, actor }) =>
	answer({ events: await readHistory(deps, actor, numberIn(params)) })
);
