import type { Socket } from 'socket.io-client';
import { ATTEMPT_MS, keepConnected } from './keep-connected.ts';
import { PROTOCOL_VERSION } from './protocol.ts';
import type {
	Changes,
	ClientToServer,
	Handshake,
	PresenceReport,
	Pulse,
	ServerToClient,
	SessionEnd,
	SinceAnswer,
	Terminal
} from './protocol.ts';

/** Why a connection is over for good: it is not tried again. */
export type ConnectionEnd = SessionEnd | 'reload_needed';

/** What a connection tells the board that it feeds. */
export interface ConnectionListener {
	/** P3: whose board it is; in a browser where somebody else has signed in since, it is not taken for theirs. */
	me?: string;
	/** The version that the board is at, sent with every hand-shake. */
	version: () => number;
	linkUp: () => void;
	linkDown: () => void;
	receive: (changes: Changes) => void;
	pulse: (pulse: Pulse) => void;
	reload: (to: { version: number }) => void;
	/** P4: who is connected to the shop now. */
	presence?: (terminals: readonly Terminal[]) => void;
	end: (reason: ConnectionEnd) => void;
}

export interface Connection {
	/** Asks for the changes after a version; rejects without an answer. */
	since: (version: number) => Promise<SinceAnswer>;
	/** P4: tells what this screen shows or holds, now and after each reconnection; what is not named stays. */
	report: (report: PresenceReport) => void;
	close: () => void;
}

export type BoardSocket = Socket<ServerToClient, ClientToServer>;

const ANSWER_MS = 3_000;
/** Milliseconds until the program for the connection is fetched again. */
const REFETCH_MS = 2_000;

/** The first retry comes within half a second, and then about one a second: a screen is to be current 2 s after its network is. */
export const RETRIES = { reconnectionDelay: 300, reconnectionDelayMax: 900, randomizationFactor: 0.3 };

/**
 * Connects a board, as a person, as a display, or as somebody's watcher that is no terminal of the shop, in the browser, and
 * keeps it connected until it is closed or refused for good. The program for it is fetched after the first paint.
 */
export function openConnection(
	listener: ConnectionListener,
	as: 'person' | 'display' | 'watcher' = 'person'
): Connection {
	let socket: BoardSocket | null = null;
	let reported: PresenceReport = {};
	let isClosed = false;
	let end = () => {
		isClosed = true;
	};
	const open = async (): Promise<void> => {
		const { io } = await import('socket.io-client');
		if (isClosed) return;
		socket = io({
			...RETRIES,
			transports: ['websocket'],
			forceNew: true,
			timeout: ATTEMPT_MS[0],
			auth: greet
		});
		pass(socket, listener);
		socket.on('connect', tell);
		end = keepConnected(socket, listener);
	};
	const openOrRetry = () => {
		open().catch(() => {
			listener.linkDown();
			if (!isClosed) setTimeout(openOrRetry, REFETCH_MS);
		});
	};
	const greet = (send: (handshake: Handshake) => void) =>
		send({
			protocol: PROTOCOL_VERSION,
			since: listener.version(),
			...(listener.me !== undefined && { me: listener.me }),
			...(as === 'display' && { as }),
			...(as === 'watcher' && { unlisted: true })
		});
	// What is said without a connection is not kept for later: all of it is said anew.
	const tell = () => {
		if (socket?.connected) socket.emit('presence', reported);
	};
	const report = (news: PresenceReport) => {
		reported = { ...reported, ...news };
		tell();
	};
	openOrRetry();
	return { since: (version) => ask(socket, version), report, close: () => end() };
}

async function ask(socket: BoardSocket | null, since: number): Promise<SinceAnswer> {
	if (!socket?.connected) throw new Error('Not connected');
	return socket.timeout(ANSWER_MS).emitWithAck('board:since', { since });
}

function pass(socket: BoardSocket, listener: ConnectionListener): void {
	socket.on('connect', listener.linkUp);
	socket.on('disconnect', listener.linkDown);
	socket.on('connect_error', listener.linkDown);
	socket.on('board:changes', listener.receive);
	socket.on('board:pulse', listener.pulse);
	socket.on('board:reload', listener.reload);
	socket.on('presence', ({ terminals }) => listener.presence?.(terminals));
	socket.on('session:ended', ({ reason }) => listener.end(reason));
}
