import { SinceInput } from '#lib/board/board-input.ts';
import { readChanges } from '#lib/server/board/read-changes.ts';
import { answer, boardApi } from '#lib/server/http/api.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';

export const GET = boardApi(async ({ url }, { deps, actor }) => {
	const { since } = parseQuery(SinceInput, url);
	return answer(await readChanges(deps, actor, since));
});
