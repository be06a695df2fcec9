import * as v from 'valibot';
import { SinceRequest } from '#lib/realtime/protocol-input.ts';
import type { SinceAnswer } from '#lib/realtime/protocol.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { ChangeFeed, Watch } from '#lib/server/feed/change-feed.ts';
import type { CatchUp } from './catch-up.ts';
import type { DisplaySockets } from './display-sockets.ts';
import type { Presence } from './presence.ts';
import { rooms, type BoardSocket } from './socket-types.ts';
import { forScreen, upTo } from './wire.ts';

/** A client may ask this often within the window; what is more is not answered. */
const ASKS = 30;
const WINDOW_MS = 10_000;

export interface BoardService {
	deps: Pick<Deps, 'now' | 'log'>;
	feed: ChangeFeed;
	catchUp: CatchUp;
	presence: Presence;
}

/** C1: serves one connected board for as long as it stays. */
export async function serveBoard(socket: BoardSocket, service: BoardService): Promise<void> {
	const watch = service.feed.watch(socket.data.actor.shopId);
	const enter = service.presence.admit(socket);
	const begin = () => {
		follow(socket);
		enter();
	};
	socket.on('disconnect', watch.release);
	socket.on('board:since', answerWith(socket, watch, service));
	try {
		await watch.ready;
		await bringUpToDate(socket, watch, service, begin);
	} catch (error) {
		service.deps.log.debug({ reason: error }, 'a board could not be brought up to date');
		// Closed below the protocol, so that the client comes back by itself.
		socket.conn.close();
	}
}

/** D1: serves a display, once it is known what it shows now. */
export async function serveDisplay(
	socket: BoardSocket,
	displays: DisplaySockets,
	service: BoardService
): Promise<void> {
	try {
		if (await displays.admit(socket)) await serveBoard(socket, service);
	} catch (error) {
		service.deps.log.debug({ reason: error }, 'a display could not be looked up');
		socket.conn.close();
	}
}

/**
 * Sends what the board lacks, in order, and joins its shop's room in the same turn of the event loop in which nothing
 * is missing any more: from there the room brings every change, and none before or twice.
 */
async function bringUpToDate(
	socket: BoardSocket,
	watch: Watch,
	service: BoardService,
	begin: () => void
): Promise<void> {
	const { shopId } = socket.data.actor;
	let { since } = socket.data;
	for (;;) {
		const answer = await service.catchUp.since(watch, shopId, since);
		if (socket.disconnected) return;
		if ('reload' in answer) {
			begin();
			socket.emit('board:reload', { version: answer.version });
			return;
		}
		// What is newer than the feed comes with the room.
		const missing = upTo(Math.max(watch.version ?? 0, since ?? 0), answer);
		if (missing.changes.length > 0) socket.emit('board:changes', forScreen(socket.data, missing));
		since = missing.to;
		if (since >= (watch.version ?? 0)) break;
	}
	begin();
	socket.emit('board:pulse', { version: since, now: service.deps.now(), rules: watch.rules });
	// D1: what it is to show may have changed while it was away, and is not in the log.
	if (socket.data.shown) socket.emit('board:reload', { version: since });
}

/** D3: a display follows in a room of its own kind, and never hears what people do. */
function follow(socket: BoardSocket): void {
	const { actor, shown } = socket.data;
	const { shopId, id } = actor;
	const theirs = shown
		? rooms.walls(shopId, shown.settings.customers)
		: [rooms.shop(shopId), rooms.person(shopId, id)];
	void socket.join(theirs);
}

/** `board:since`. What is malformed, or asked too often, gets no answer. */
function answerWith(socket: BoardSocket, watch: Watch, { catchUp, deps }: BoardService) {
	const { shopId } = socket.data.actor;
	let asked = 0;
	let windowEnds = 0;
	return async (request: unknown, acknowledge: unknown): Promise<void> => {
		const parsed = v.safeParse(SinceRequest, request);
		if (!parsed.success || !isAcknowledgement(acknowledge)) return;
		const now = performance.now();
		if (now > windowEnds) [asked, windowEnds] = [0, now + WINDOW_MS];
		if (++asked > ASKS) return;
		try {
			await watch.ready;
			const answer = await catchUp.since(watch, shopId, parsed.output.since);
			acknowledge('reload' in answer ? answer : forScreen(socket.data, answer));
		} catch (error) {
			deps.log.debug({ reason: error }, 'a catch-up could not be read');
		}
	};
}

function isAcknowledgement(value: unknown): value is (answer: SinceAnswer) => void {
	return typeof value === 'function';
}
