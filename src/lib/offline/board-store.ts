import type { LastBoard } from './last-board.ts';
import { LAST_BOARD_CACHE } from './offline-pages.ts';

/** The addresses that the kept board has in its cache; no server answers to them. */
const BOARD = '/offline/last-board';
const AS_OF = '/offline/as-of';

/** Somebody has signed out: nothing more is kept, however long their board still runs. */
let isOver = false;

/** Whether this browser can keep anything: it does on HTTPS and on the machine itself. */
const canKeep = () => typeof caches !== 'undefined';

/** Keeps a board in place of the one before. */
export async function keepBoard(board: LastBoard): Promise<void> {
	if (!canKeep() || isOver) return;
	const cache = await caches.open(LAST_BOARD_CACHE);
	await Promise.all([cache.put(BOARD, Response.json(board)), cache.delete(AS_OF)]);
	if (isOver) await forgetBoard();
}

/** The kept board is still right, at a later moment: a few bytes instead of the whole board again. */
export async function confirmBoard(moment: Pick<LastBoard, 'asOf' | 'keptAt'>): Promise<void> {
	if (!canKeep() || isOver) return;
	const cache = await caches.open(LAST_BOARD_CACHE);
	await cache.put(AS_OF, Response.json(moment));
	if (isOver) await forgetBoard();
}

/** The board that was kept last, as of when it was last confirmed; `null` when there is none. */
export async function readKeptBoard(): Promise<LastBoard | null> {
	if (!canKeep() || !(await caches.has(LAST_BOARD_CACHE))) return null;
	const cache = await caches.open(LAST_BOARD_CACHE);
	const [board, moment] = await Promise.all([cache.match(BOARD), cache.match(AS_OF)]);
	return board ? { ...(await board.json()), ...(await moment?.json()) } : null;
}

/** Forgets the board, until somebody is at this device again. */
export async function forgetBoard(): Promise<void> {
	isOver = true;
	if (canKeep()) await caches.delete(LAST_BOARD_CACHE);
}

/** P1, P3: on a shared tablet the board that another person has left there goes as soon as somebody else is at it. */
export async function claimBoard(personId: string): Promise<void> {
	isOver = false;
	const kept = await readKeptBoard();
	if (kept && kept.personId !== personId) await caches.delete(LAST_BOARD_CACHE);
}
