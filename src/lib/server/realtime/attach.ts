import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { PULSE_MS } from '#lib/realtime/protocol.ts';
import type { Config } from '#lib/server/config.ts';
import type { Deps } from '#lib/server/deps.ts';
import { ChangeFeed } from '#lib/server/feed/change-feed.ts';
import type { ShopNews } from '#lib/server/feed/shop-news.ts';
import type { RealtimeState } from '#lib/server/metrics/realtime-gauges.ts';
import { broadcastChanges } from './broadcast.ts';
import { CatchUp } from './catch-up.ts';
import { DisplaySockets } from './display-sockets.ts';
import { admit } from './hand-shake.ts';
import { writeInOnePiece } from './one-piece.ts';
import { Presence, PRESENCE_TIMES, type PresenceTimes } from './presence.ts';
import { relayUpgrades } from './relay-upgrades.ts';
import { serveBoard, serveDisplay } from './serve-board.ts';
import { SessionEnds } from './session-ends.ts';
import { boardRooms, type BoardServer } from './socket-types.ts';

export interface Realtime {
	/** Closes every socket so that its client comes back by itself, and stops following the log. */
	close: () => Promise<void>;
}

/** The key under which whoever starts the process leaves its HTTP server. */
const HTTP_SERVER = Symbol.for('benchboard.http');
/** The key of what is attached: a development server makes the application anew without ending the process. */
const ATTACHED = Symbol.for('benchboard.realtime');

type Global = typeof globalThis & { [HTTP_SERVER]?: HttpServer; [ATTACHED]?: Realtime };

/** Attaches the socket server to the process's HTTP server. Without one, as in a build, does nothing but say so. */
export async function attachRealtime(deps: Deps, config: Config): Promise<Realtime> {
	const here: Global = globalThis;
	await here[ATTACHED]?.close();
	const http = here[HTTP_SERVER];
	if (!http || !config.databaseUrl) {
		deps.log.warn('no HTTP server was handed over: boards will not be live');
		return { close: () => Promise.resolve() };
	}
	here[ATTACHED] = openRealtime(http, config.databaseUrl, deps, config);
	return here[ATTACHED];
}

/** A socket server and its feed from the database, on an HTTP server; several can live in one process. */
export function openRealtime(
	http: HttpServer,
	databaseUrl: string,
	deps: Deps,
	config: Config,
	times: PresenceTimes = PRESENCE_TIMES
): Realtime {
	const relay = relayUpgrades(http);
	const io: BoardServer = new Server(relay.server, {
		transports: ['websocket'],
		serveClient: false,
		perMessageDeflate: false,
		httpCompression: false,
		pingInterval: 10_000,
		pingTimeout: 8_000,
		connectTimeout: 10_000,
		maxHttpBufferSize: 65_536
	});
	writeInOnePiece(io);
	const ends = new SessionEnds(io, deps.sql, deps.log);
	const presence = new Presence(io, deps, times);
	const feed = new ChangeFeed(
		{ ...deps, url: databaseUrl },
		{
			changes: (shopId, changes) => {
				broadcastChanges(io, shopId, changes);
				deps.metrics.changesPassedOn(changes.changes, Date.parse(deps.now()));
			},
			wentBack: (shopId, version) => io.to(boardRooms(shopId)).emit('board:reload', { version }),
			sessionEnded: ({ id, reason }) => ends.end(id, reason),
			news: (news) => passOn(io, { feed, displays, presence }, news),
			listening: () => {
				void ends.check();
				displays.check();
				presence.listening();
			},
			others: presence.hear
		}
	);
	const displays = new DisplaySockets(io, deps, feed);
	const service = { deps, feed, catchUp: new CatchUp(deps.sql), presence };
	io.use((socket, next) => admit(socket, deps, config).then(() => next(), next));
	deps.metrics.watchRealtime(() => ({ screens: countScreens(io), feed: feed.state }));
	io.on('connection', (socket) => {
		deps.metrics.screenConnected(socket.data.actor.kind);
		if (socket.data.shown) void serveDisplay(socket, displays, service);
		else if (ends.admit(socket)) void serveBoard(socket, service);
	});
	const pulse = setInterval(() => sendPulses(io, feed, deps), PULSE_MS);
	const close = async () => {
		clearInterval(pulse);
		relay.detach();
		ends.close();
		displays.close();
		await presence.close();
		await Promise.all([io.close(), feed.close()]);
	};
	return { close };
}

function countScreens(io: BoardServer): RealtimeState['screens'] {
	const count = { person: 0, display: 0 };
	for (const { data } of io.of('/').sockets.values()) count[data.actor.kind]++;
	return count;
}

/** P3: a board that is told to reload fetches the snapshot: names, rules and rights with it. */
function passOn(
	io: BoardServer,
	{ feed, displays, presence }: { feed: ChangeFeed; displays: DisplaySockets; presence: Presence },
	news: ShopNews
): void {
	if (news.kind !== 'display_ended') void presence.rename(news.shop);
	if (news.kind === 'display_changed') displays.changed({ shopId: news.shop, id: news.display });
	if (news.kind === 'display_ended') displays.end({ shopId: news.shop, id: news.display });
	if (news.kind !== 'reload') return;
	const version = feed.versionOf(news.shop);
	if (version !== null) io.to(boardRooms(news.shop)).emit('board:reload', { version });
}

/** C4: a node that has lost the database sends no pulse, and its screens notice that they are not live. */
function sendPulses(io: BoardServer, feed: ChangeFeed, { now }: Deps): void {
	if (!feed.isFresh) return;
	for (const [shopId, version] of feed.versions()) {
		const pulse = { version, now: now(), rules: feed.rulesOf(shopId) };
		io.to(boardRooms(shopId)).emit('board:pulse', pulse);
	}
}
