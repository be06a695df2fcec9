import { createContext, tick } from 'svelte';
import { focusCard } from './card-focus.ts';
import { BoardDrag } from './drag/drag.svelte.ts';
import { BoardMoves } from './board-moves.svelte.ts';
import { BoardNotices } from './board-notices.svelte.ts';
import { BoardFiles } from './board-files.ts';
import type { BoardSession } from './session/board-session.svelte.ts';
import { BoardView, type BoardAddress } from './board-view.svelte.ts';
import { CardMenu } from './card-menu.svelte.ts';
import { DragGuard } from './drag/drag-guard.svelte.ts';

/** All that the components of one board share. */
export interface BoardContext {
	session: BoardSession;
	notices: BoardNotices;
	moves: BoardMoves;
	view: BoardView;
	drag: BoardDrag;
	guard: DragGuard;
	menu: CardMenu;
	files: BoardFiles;
}

export const [useBoard, provideBoard] = createContext<BoardContext>();

/** Puts a board together around its session. */
export function createBoard(session: BoardSession, address: BoardAddress): BoardContext {
	const notices = new BoardNotices();
	const moves = new BoardMoves(session, notices);
	const view = new BoardView(session, address, () => moves.asking?.move ?? null);
	const drag = new BoardDrag({
		lists: () => view.lists,
		cards: () => session.cards,
		refusalOf: (from, to) => moves.refusalOf(from, to),
		propose: (move) => moves.propose(move),
		refuse: (number, reason) => notices.refused(number, reason),
		focus: (number) => void tick().then(() => focusCard(number))
	});
	const files = new BoardFiles(() => session.abilities.attach);
	return { session, notices, moves, view, drag, guard: new DragGuard(drag), menu: new CardMenu(), files };
}
