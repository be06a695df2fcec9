import { readBoard } from '#lib/server/board/read-board.ts';
import { answer, api } from '#lib/server/http/api.ts';

export const GET = api(async (_event, { deps, actor }) => answer(await readBoard(deps, actor)));
