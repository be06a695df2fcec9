import type { Card } from '#lib/board/card.ts';
import { createHttpClient } from '#tests/bench/http-client.ts';
import { planMoves, type PlacedCard } from '#tests/bench/plan-moves.ts';
import type { System, WatcherKind } from '#tests/bench/system.ts';
import { startApp } from '#tests/support/app.ts';
import type { BenchShop } from './shop.ts';
import { watchOnWire, type WireWatchers } from './watch-on-wire.ts';
import { watchWithClient } from './watch-with-client.ts';

export interface Product extends System {
	url: string;
	/** Ends the process; `restart` starts another one on the same port. */
	kill: () => Promise<unknown>;
	restart: () => Promise<void>;
	/** The version of the shop's last change. */
	readVersion: () => Promise<number>;
	/** The cards as they stand now. */
	readCards: () => Promise<PlacedCard[]>;
	/** The headers of a signed-in person. */
	signedIn: Record<string, string>;
	/** Connects screens that see the frames as they are. */
	watchOnWire: (count: number) => Promise<WireWatchers>;
}

/** Starts the production server on a filled database, as a process of its own. */
export async function startProduct(
	{ databaseUrl, tokens }: BenchShop,
	{ writers, watcher }: { writers: number; watcher: WatcherKind }
): Promise<Product> {
	const app = await startApp({ databaseUrl });
	const http = createHttpClient(app.url);
	const signedIn = tokens.map((token) => ({ authorization: `Bearer ${token}` }));
	const headersOf = (index: number) => signedIn[index % signedIn.length] ?? {};
	const readBoard = async () => {
		const { body } = await http.get('/api/v1/board', headersOf(0));
		return JSON.parse(body.toString()) as { version: number; cards: Card[] };
	};
	const { cards } = await readBoard();
	const watchBy = async <Made>(
		watch: (url: string, tokens: string[], since: number) => Promise<Made>,
		count: number
	): Promise<Made> => {
		const { version } = await readBoard();
		const ofEach = Array.from({ length: count }, (_, index) => tokens[index % tokens.length] ?? '');
		return watch(app.url, ofEach, version);
	};
	return {
		name: 'product',
		url: app.url,
		kill: () => app.kill(),
		restart: () => app.restart(),
		readVersion: async () => (await readBoard()).version,
		http,
		pid: app.pid(),
		readCards: async () => (await readBoard()).cards,
		signedIn: headersOf(0),
		nextMove: planMoves(cards, { writers }),
		move: async (writer, { number, body }) => {
			const answer = await http.post(`/api/v1/jobs/${number}/moves`, body, headersOf(writer));
			return String((JSON.parse(answer.body.toString()) as { version: number }).version);
		},
		watch: (count) => watchBy(watcher === 'wire' ? watchOnWire : watchWithClient, count),
		watchOnWire: (count) => watchBy(watchOnWire, count),
		stop: async () => {
			http.close();
			await app.stop();
		}
	};
}
