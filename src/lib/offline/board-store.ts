import type { LastBoard } from './last-board.ts';
import { LAST_BOARD_CACHE } from './offline-pages.ts';

/** The addresses that the kept board has in its cache; no server answers to them. */
const BOARD = '/offline/last-board';
const AS_OF = '/offline/as-of';

/** Somebody has signed out: nothing more is kept, however long their board still runs. */
let isOver = false;

/** What is done with the kept board goes one after the other. */
let turn: Promise<unknown> = Promise.resolve();

/** Whether this browser can keep anything: it does on HTTPS and on the machine itself. */
const canKeep = () => typeof caches !== 'undefined';

/** Keeps a board in place of the one before. */
export function keepBoard(board: LastBoard): Promise<void> {
	return inTurn(async (cache) => {
		if (isOver) return;
		await cache.put(BOARD, Response.json(board));
		await cache.delete(AS_OF);
	});
}

/** The kept board is still right, at a later moment: a few bytes instead of the whole board again. */
export function confirmBoard(moment: Pick<LastBoard, 'asOf' | 'keptAt'>): Promise<void> {
	return inTurn(async (cache) => {
		if (!isOver) await cache.put(AS_OF, Response.json(moment));
	});
}

/** The board that was kept last, as of when it was last confirmed; `null` when there is none. */
export async function readKeptBoard(): Promise<LastBoard | null> {
	if (!canKeep() || !(await caches.has(LAST_BOARD_CACHE))) return null;
	return readFrom(await caches.open(LAST_BOARD_CACHE));
}

/** Forgets the board, until somebody is at this device again. */
export async function forgetBoard(): Promise<void> {
	isOver = true;
	await inTurn(() => Promise.resolve());
}

/** P1, P3: on a shared tablet the board that another person has left there goes as soon as somebody else is at it. */
export function claimBoard(personId: string): Promise<void> {
	isOver = false;
	return inTurn(async (cache) => {
		const kept = await readFrom(cache);
		if (kept && kept.personId !== personId) await caches.delete(LAST_BOARD_CACHE);
	});
}

/** Whatever was under way, after signing out there is nothing. */
function inTurn(work: (cache: Cache) => Promise<void>): Promise<void> {
	if (!canKeep()) return Promise.resolve();
	const next = turn.then(async () => {
		await work(await caches.open(LAST_BOARD_CACHE));
		if (isOver) await caches.delete(LAST_BOARD_CACHE);
	});
	// A full disk keeps no board, and stops nothing else.
	turn = next.catch(() => null);
	return next.catch(() => undefined);
}

async function readFrom(cache: Cache): Promise<LastBoard | null> {
	const [board, moment] = await Promise.all([cache.match(BOARD), cache.match(AS_OF)]);
	return board ? { ...(await board.json()), ...(await moment?.json()) } : null;
}
