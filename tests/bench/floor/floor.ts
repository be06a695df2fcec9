import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { watchFloor } from './watch-floor.ts';
import { createHttpClient } from '#tests/bench/http-client.ts';
import { planMoves, type PlacedCard } from '#tests/bench/plan-moves.ts';
import type { System } from '#tests/bench/system.ts';

const SERVER = fileURLToPath(new URL('server.ts', import.meta.url));

/** Starts the floor as a process of its own, on an empty database, with a row for each card. */
export async function startFloor(
	databaseUrl: string,
	cards: readonly PlacedCard[],
	writers: number
): Promise<System> {
	await fillTable(databaseUrl, cards);
	const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl };
	const child = fork(SERVER, { env, execArgv: ['--import', 'tsx'] });
	const [port] = (await once(child, 'message')) as [number];
	const http = createHttpClient(`http://127.0.0.1:${port}`);
	return {
		name: 'floor',
		http,
		pid: child.pid as number,
		nextMove: planMoves(cards, { writers }),
		move: async (_writer, { number, body }) => {
			const answer = await http.post(`/jobs/${number}/moves`, body);
			return (JSON.parse(answer.body.toString()) as { key: string }).key;
		},
		watch: (count) => watchFloor(`ws://127.0.0.1:${port}`, count),
		stop: async () => {
			http.close();
			const ended = once(child, 'exit');
			child.kill();
			await ended;
		}
	};
}

async function fillTable(databaseUrl: string, cards: readonly PlacedCard[]): Promise<void> {
	const sql = postgres(databaseUrl, { max: 1 });
	try {
		await sql`create table floor_cards (number integer primary key, status text not null)`;
		await sql`insert into floor_cards ${sql(cards.map(({ number, status }) => ({ number, status })))}`;
	} finally {
		await sql.end();
	}
}
