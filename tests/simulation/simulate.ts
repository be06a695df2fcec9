import { BoardCore } from '#lib/board/session/board-core.ts';
import type { Card } from '#lib/board/card.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import type { Refused } from '#lib/board/session/board-session-types.ts';
import { CALM, FakeLink, type Weather } from './fake-link.ts';
import { ModelServer } from './model-server.ts';
import { seeded, type Random } from './random.ts';
import { Timeline } from './timeline.ts';

export interface SimulationOptions {
	seed: number;
	clients?: number;
	operations?: number;
}

export interface Simulated {
	server: ModelServer;
	clients: BoardCore[];
	operations: Operation[];
}

/** A change that somebody at a screen asked for. */
export interface Operation {
	/** Milliseconds since the beginning. */
	at: number;
	mutationId: string;
	result: { ok: true } | Refused | null;
}

const STORM: Weather = { lost: 0.05, doubled: 0.05, delay: 80, lasts: 60_000, away: 15_000, silent: 0.2 };
/** Milliseconds between operations, and of calm at the end in which all boards must become equal. */
const PACE = 60;
const CALM_MS = 30_000;
const PULSE_MS = 10_000;
const FIRST_JOBS = 40;

/** Many people at many screens over a bad network, and then calm. */
export async function simulate({
	seed,
	clients = 20,
	operations = 2_000
}: SimulationOptions): Promise<Simulated> {
	const random = seeded(seed);
	const timeline = new Timeline();
	const links: FakeLink[] = [];
	const server = new ModelServer(
		() => timeline.now,
		(changes) => links.forEach((link) => link.push(changes))
	);
	fill(server);
	const done: Operation[] = [];
	const screens = Array.from({ length: clients }, (_, index) => {
		const me = { id: `person ${index % 10}`, name: `Person ${index % 10}` };
		const link = new FakeLink(timeline, random, server, me, STORM);
		links.push(link);
		return { link, core: openBoard(server, link, timeline, random, done, me) };
	});
	for (const { link, core } of screens) link.connect(core);
	pulseForever(timeline, links);
	for (let made = 0; made < operations; made++) {
		operate(random.pick(screens).core, random, timeline, done);
		await timeline.pass(random.between(0, 2 * PACE));
	}
	for (const link of links) link.weather = CALM;
	await timeline.pass(STORM.lasts + STORM.away + CALM_MS);
	return { server, clients: screens.map(({ core }) => core), operations: done };
}

function fill(server: ModelServer): void {
	const by = { id: 'ana', name: 'Ana Ruiz' };
	for (let made = 0; made < FIRST_JOBS; made++)
		server.post({ mutationId: `first ${made}`, by, path: '/api/v1/jobs', body: {} });
}

function openBoard(
	server: ModelServer,
	link: FakeLink,
	timeline: Timeline,
	random: Random,
	done: Operation[],
	me: { id: string; name: string }
): BoardCore {
	const newMutationId = () => {
		const mutationId = `mutation ${done.length} ${random.next()}`;
		done.at(-1)!.mutationId = mutationId;
		return mutationId;
	};
	const surroundings = {
		elapsed: () => timeline.now,
		after: (ms: number, run: () => void) => timeline.after(ms, run),
		newMutationId
	};
	const silent = { changed: () => undefined, tell: () => undefined };
	const core = new BoardCore({ snapshot: server.snapshot(), me }, link.transport, surroundings, silent);
	core.start();
	return core;
}

function pulseForever(timeline: Timeline, links: readonly FakeLink[]): void {
	timeline.after(PULSE_MS, () => {
		for (const link of links) link.pulse();
		pulseForever(timeline, links);
	});
}

/** Somebody does something with what they see. */
function operate(core: BoardCore, random: Random, timeline: Timeline, done: Operation[]): void {
	const operation: Operation = { at: timeline.now, mutationId: '', result: null };
	done.push(operation);
	void act(core, random).then((result) => {
		operation.result = result;
	});
}

function act(core: BoardCore, random: Random): Promise<{ ok: true } | Refused> {
	const cards = [...core.cards.values()];
	const dice = random.next();
	if (cards.length < 10 || dice < 0.05)
		return core.writer.create({ type: 'custom', customerId: 'maria', promisedOn: '2026-12-24' });
	const card = random.pick(cards);
	if (dice < 0.1)
		return core.writer.close(card.number, { outcome: 'cancelled', reason: 'Changed their mind' });
	return core.writer.move({ number: card.number, ...randomMove(card, cards, random) });
}

function randomMove(card: Card, cards: readonly Card[], random: Random) {
	const to = random.pick(STATUSES);
	const neighbour = random.pick(cards).number;
	return {
		from: card.status,
		to,
		...(random.chance(0.3) && { after: neighbour }),
		...(random.chance(0.3) && { before: neighbour }),
		...(to === 'OH' && to !== card.status && { hold: { reason: 'stones' as const } })
	};
}
