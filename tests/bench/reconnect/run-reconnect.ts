import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type ClientToServer, type ServerToClient } from '#lib/realtime/protocol.ts';
import { RETRIES } from '#lib/realtime/connection.ts';
import { startDatabaseServer } from '#tests/bench/database-server.ts';
import type { Options } from '#tests/bench/options.ts';
import { startProduct, type Product } from '#tests/bench/product/product.ts';
import { openShop, type BenchShop } from '#tests/bench/product/shop.ts';
import { describeMachine, report } from '#tests/bench/report.ts';
import { absolute, type Row } from '#tests/bench/row.ts';
import { quantile } from '#tests/bench/statistics.ts';

const SCREENS = 500;
const MOST_SECONDS = 5;
/** Moves that are made as soon as the server is there again. */
const MISSED = 5;

interface Reconnection {
	/** Milliseconds from the server's ready line until each screen had everything. */
	current: number[];
	/** Screens that were told to read the whole board. */
	reloaded: number;
}

/** Measures how soon every screen is current when a server with many of them is restarted. */
export async function runReconnect(options: Options, say: (step: string) => void): Promise<Row[]> {
	const before = describeMachine();
	const database = await startDatabaseServer();
	try {
		const url = await database.createDatabase('reconnect');
		const shop = await openShop(url, { cards: options.cards, sessions: options.writers });
		say(`restarting a server with ${SCREENS} screens`);
		const product = await startProduct(shop, options);
		const measurements = await measure(product, shop).finally(() => product.stop());
		const machine = { ...before, postgres: database.version };
		const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;
		const time = (what: string, value: number, atMost: number | null) =>
			absolute(`${SCREENS} screens after a restart: ${what}`, value, { atMost, show: seconds });
		const rows = [
			time('current, the median', quantile(measurements.current, 0.5), null),
			time('current, the last', quantile(measurements.current, 1), MOST_SECONDS * 1000),
			absolute(`${SCREENS} screens after a restart: told to reload`, measurements.reloaded, {
				atMost: 0,
				show: String
			})
		];
		const about = `from the server's ready line; ${MISSED} moves made meanwhile`;
		await report(options, { part: 'reconnect', machine, about, rows, measurements });
		return rows;
	} finally {
		await database.stop();
	}
}

async function measure(product: Product, { tokens }: BenchShop): Promise<Reconnection> {
	const version = await product.readVersion();
	const screens = Array.from({ length: SCREENS }, (_, index) =>
		openScreen(product.url, tokens[index % tokens.length] ?? '', version)
	);
	await Promise.all(screens.map(({ reached }) => reached(version)));
	await product.kill();
	await product.restart();
	const ready = performance.now();
	const target = await missedMoves(product, version);
	const at = await Promise.all(screens.map(({ reached }) => reached(target)));
	for (const { socket } of screens) socket.disconnect();
	return {
		current: at.map((time) => Math.max(0, time - ready)),
		reloaded: screens.filter(({ reloads }) => reloads() > 0).length
	};
}

/** Most screens have yet to come back when they are made. Returns the version that they lead to. */
async function missedMoves(product: Product, version: number): Promise<number> {
	for (let made = 0; made < MISSED; made++) await product.move(made, product.nextMove(made));
	return version + MISSED;
}

interface Screen {
	socket: Socket<ServerToClient, ClientToServer>;
	/** When the screen had everything up to a version, as `performance.now()` tells it. */
	reached: (version: number) => Promise<number>;
	reloads: () => number;
}

/** A screen that keeps its version, comes back by itself as the browser's does, and applies what it is sent. */
function openScreen(url: string, token: string, version: number): Screen {
	let reloads = 0;
	const heard: { version: number; at: number }[] = [];
	const waiting = new Set<() => void>();
	const known = () => heard.at(-1)?.version ?? version;
	const socket: Socket<ServerToClient, ClientToServer> = io(url, {
		transports: ['websocket'],
		forceNew: true,
		...RETRIES,
		auth: (send) => send({ protocol: PROTOCOL_VERSION, since: known(), token })
	});
	const note = (to: number) => {
		heard.push({ version: Math.max(known(), to), at: performance.now() });
		for (const look of waiting) look();
	};
	socket.on('board:changes', ({ to }) => note(to));
	socket.on('board:pulse', () => note(known()));
	socket.on('board:reload', (reload) => {
		reloads++;
		note(reload.version);
	});
	const reached = (wanted: number) =>
		new Promise<number>((resolve) => {
			const look = () => {
				const first = heard.find((entry) => entry.version >= wanted);
				if (!first) return;
				waiting.delete(look);
				resolve(first.at);
			};
			waiting.add(look);
			look();
		});
	return { socket, reloads: () => reloads, reached };
}
