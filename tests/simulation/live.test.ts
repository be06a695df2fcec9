import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { BoardCore } from '#lib/board/session/board-core.ts';
import type { Answer, BoardTransport } from '#lib/board/session/board-session-types.ts';
import type { Card } from '#lib/board/card.ts';
import type { MoveInput } from '#lib/jobs/job-input.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import type { Deps } from '#lib/server/deps.ts';
import { toAppError, toProblem } from '#lib/server/http/problem.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { buildContact, buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { openNode, type ClientSocket, type LiveNode } from './live-node.ts';
import { seeded, type Random } from './random.ts';

const CLIENTS = 8;
const OPERATIONS = process.env.BENCHBOARD_LONG ? 3_000 : 250;
const SEED = 20_260_302;

let database: TestDatabase;
let deps: Deps;
let nodes: LiveNode[];

beforeAll(async () => {
	database = await testDatabase();
	deps = { ...testDeps(database), now: () => new Date().toISOString() };
	nodes = await Promise.all([openNode(deps, database.url), openNode(deps, database.url)]);
});
afterAll(async () => {
	await Promise.all(nodes.map((node) => node.close()));
	await database.close();
});

interface Screen {
	core: BoardCore;
	socket: ClientSocket;
}

/** The real core over a real socket; changes go to the real use case without HTTP in between. */
async function openScreen(node: LiveNode, person: Person): Promise<Screen> {
	const { token } = await startSession(database, person, 'A screen');
	const socket = node.connect(
		{ token },
		{ reconnection: true, reconnectionDelay: 20, reconnectionDelayMax: 100, autoConnect: false }
	);
	const transport: BoardTransport = {
		since: (version) => socket.timeout(2_000).emitWithAck('board:since', { since: version }),
		snapshot: () => answer(readBoard(deps, person)),
		post: <Body>(path: string, body: object) =>
			answer(moveJob(deps, person, Number(path.split('/')[4]), body as MoveInput)) as Promise<Answer<Body>>
	};
	const surroundings = {
		elapsed: () => performance.now(),
		after: (ms: number, run: () => void) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
		newMutationId: randomUUID
	};
	const silent = { changed: () => undefined, tell: () => undefined };
	const core = new BoardCore(
		{ snapshot: await readBoard(deps, person), me: person },
		transport,
		surroundings,
		silent
	);
	socket.auth = (send) => send({ protocol: 1, since: core.version, token });
	socket.on('connect', () => core.linkUp());
	socket.on('disconnect', () => core.linkDown());
	socket.on('board:changes', (changes) => core.receive(changes));
	socket.on('board:pulse', (pulse) => core.pulse(pulse));
	socket.on('board:reload', (to) => core.reload(to));
	core.start();
	socket.connect();
	return { core, socket };
}

async function answer<Body>(work: Promise<Body>): Promise<Answer<Body>> {
	try {
		return { ok: true, body: await work };
	} catch (error) {
		return { ok: false, problem: toProblem(toAppError(error)) };
	}
}

async function moveSomething({ core }: Screen, random: Random, vendorId: string): Promise<void> {
	const cards = [...core.cards.values()];
	const card = random.pick(cards);
	const to = random.pick(STATUSES);
	await core.writer.move({
		number: card.number,
		to,
		...(random.chance(0.5) && { after: random.pick(cards).number }),
		...(to === 'AVQ' && card.status !== to && { vendorId, vendorName: 'Castwell' }),
		...(to === 'OH' && card.status !== to && { hold: { reason: 'stones' as const } })
	});
}

const byNumber = (cards: Iterable<Card>) => [...cards].sort((a, b) => a.number - b.number);

test(
	`[C1] ${CLIENTS} real sockets on two nodes and one real database agree, through cut sockets and cut listeners (seed ${SEED})`,
	{ timeout: 120_000 },
	async () => {
		const random = seeded(SEED);
		const person = await buildPerson(database.sql, await buildShop(database.sql));
		const vendorId = await buildContact(database.sql, person.shopId, { name: 'Castwell', roles: ['vendor'] });
		for (let made = 0; made < 20; made++) await buildJob(database.sql, person, { status: 'QN' });
		const screens: Screen[] = [];
		for (let index = 0; index < CLIENTS; index++) screens.push(await openScreen(nodes[index % 2]!, person));

		for (let made = 0; made < OPERATIONS; made += 5) {
			await Promise.all(
				Array.from({ length: 5 }, () => moveSomething(random.pick(screens), random, vendorId))
			);
			if (random.chance(0.15)) random.pick(screens).socket.io.engine.close();
			if (random.chance(0.03))
				await database.sql`
					select pg_terminate_backend(pid) from pg_stat_activity
					where application_name = 'benchboard-listen' and datname = current_database()`;
		}

		const truth = await readBoard(deps, person);
		expect(truth.version).toBeGreaterThan(OPERATIONS / 4);
		await vi.waitFor(
			() => {
				for (const { core } of screens) {
					const { version, connection } = core;
					expect({ version, connection }).toEqual({ version: truth.version, connection: 'live' });
					expect(byNumber(core.cards.values())).toEqual(byNumber(truth.cards));
				}
			},
			{ timeout: 20_000, interval: 50 }
		);
		for (const { core } of screens) core.stop();
	}
);
