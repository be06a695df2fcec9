import { readBoard } from '#lib/server/board/read-board.ts';
import { answer, boardApi } from '#lib/server/http/api.ts';

export const GET = boardApi(async (_event, { deps, actor }) => answer(await readBoard(deps, actor)));
