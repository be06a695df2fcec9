import type { Pairing } from '#lib/displays/pairing-code.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { toAppError } from '#lib/server/http/problem.ts';
import { showCode } from '#lib/server/http/show-code.ts';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

/**
 * D1: the board of a paired screen, or the code that it waits with. `authenticate` knows this page: here the display's cookie
 * says who asks, even in a browser in which a person is signed in, and the board that it gets is the display's (D3).
 */
export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const { deps, actor, config } = event.locals;
	if (actor?.kind === 'display') {
		const board = await readBoard(deps, actor);
		if (board.display) return { paired: true as const, board: { ...board, display: board.display } };
	}
	const where = `${config.origin ?? event.url.origin}/settings/displays`;
	return { paired: false as const, code: await codeOrNone(event), where };
};

/** Nobody stands at a screen to press a button: without a code now, the page asks for one by itself. */
async function codeOrNone(event: PageServerLoadEvent): Promise<Pairing | null> {
	try {
		return await showCode(event);
	} catch (error) {
		const refusal = toAppError(error);
		if (refusal.code === 'request.too_many' || refusal.code === 'service.unavailable') return null;
		throw error;
	}
}
