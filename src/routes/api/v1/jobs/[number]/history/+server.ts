import { HistoryInput } from '#lib/jobs/history-input.ts';
import { answer, api } from '#lib/server/http/api.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import type { RequestEvent } from './$types';

export const GET = api(async ({ params, url }: RequestEvent, { deps, actor }) => {
	const page = parseQuery(HistoryInput, url);
	return answer({ events: await readHistory(deps, actor, numberIn(params), page) });
});
