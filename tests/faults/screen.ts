import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { expect, vi } from 'vitest';
import { BoardCore } from '#lib/board/session/board-core.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import type { Card } from '#lib/board/card.ts';
import { RETRIES } from '#lib/realtime/connection.ts';
import { httpTransport } from '#lib/realtime/http-transport.ts';
import { ATTEMPT_MS, keepConnected } from '#lib/realtime/keep-connected.ts';
import { PROTOCOL_VERSION, type Terminal } from '#lib/realtime/protocol.ts';
import type { ClientSocket } from '#tests/simulation/live-node.ts';
import type { Person } from '#tests/support/factories.ts';
import { fetchAs, readSnapshot } from './ask.ts';

/** Somebody's board as a browser runs it, without the page: the core, its requests, and the watch over its connection. */
export interface Screen {
	core: BoardCore;
	socket: ClientSocket;
	/** Who is connected, as this screen was told last. */
	present: () => readonly Terminal[];
	/** How often it tried to connect again. */
	attempts: () => number;
	/** Why it was told that its session is over. */
	ended: () => string | null;
	close: () => void;
}

export interface ScreenOptions {
	person: Person;
	token: string;
	/** Where its requests and its socket go. */
	url: string;
	/** What it begins with; read from there when not given. */
	snapshot?: BoardSnapshot;
}

const STILL = { addEventListener: () => undefined, removeEventListener: () => undefined };

/** Opens a board that connects, and stays connected, by the browser's own rules. */
export async function openScreen({ person, token, url, ...given }: ScreenOptions): Promise<Screen> {
	vi.stubGlobal('document', STILL);
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('removeEventListener', () => undefined);
	const socket: ClientSocket = io(url, {
		...RETRIES,
		transports: ['websocket'],
		forceNew: true,
		autoConnect: false,
		timeout: ATTEMPT_MS[0],
		auth: (send) => send({ protocol: PROTOCOL_VERSION, since: core.version, me: person.id, token })
	});
	const transport = {
		...httpTransport(fetchAs(url, token)),
		since: (version: number) => socket.timeout(3_000).emitWithAck('board:since', { since: version })
	};
	const snapshot = given.snapshot ?? (await readSnapshot(url, token));
	const silent = { changed: () => undefined, tell: () => undefined };
	const core = new BoardCore({ snapshot, me: person }, transport, surroundings, silent);
	let present: readonly Terminal[] = [];
	let ended: string | null = null;
	let attempts = 0;
	const end = keepConnected(socket, {
		version: () => core.version,
		linkUp: () => undefined,
		linkDown: () => undefined,
		receive: () => undefined,
		pulse: () => undefined,
		reload: () => undefined,
		end: (reason) => {
			ended ??= reason;
			core.end(reason);
		}
	});
	socket.io.on('reconnect_attempt', () => attempts++);
	socket.on('connect', () => core.linkUp());
	socket.on('disconnect', () => core.linkDown());
	socket.on('connect_error', () => core.linkDown());
	socket.on('board:changes', (changes) => core.receive(changes));
	socket.on('board:pulse', (pulse) => core.pulse(pulse));
	socket.on('board:reload', (to) => core.reload(to));
	socket.on('presence', ({ terminals }) => (present = terminals));
	socket.on('session:ended', ({ reason }) => (ended ??= reason));
	core.start();
	socket.connect();
	const close = () => {
		core.stop();
		end();
	};
	return { core, socket, present: () => present, attempts: () => attempts, ended: () => ended, close };
}

const surroundings = {
	elapsed: () => performance.now(),
	after: (ms: number, run: () => void) => {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
	newMutationId: randomUUID
};

const byNumber = (cards: Iterable<Card>) => [...cards].sort((a, b) => a.number - b.number);

/** C1: waits until every screen is live and shows what the database has. Returns how long that took, in milliseconds. */
export async function expectConverged(
	screens: readonly Screen[],
	{ url, token }: { url: string; token: string }
): Promise<number> {
	const begun = performance.now();
	const truth = await readSnapshot(url, token);
	const cards = byNumber(truth.cards);
	await vi.waitFor(
		() => {
			for (const { core } of screens) {
				expect(core).toMatchObject({ version: truth.version, connection: 'live' });
				expect(byNumber(core.cards.values())).toEqual(cards);
			}
		},
		{ timeout: 60_000, interval: 20 }
	);
	return Math.round(performance.now() - begun);
}
