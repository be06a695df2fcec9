import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PresenceReport, Terminal } from '#lib/realtime/protocol.ts';
import { announceRules } from '#lib/server/feed/shop-news.ts';
import { endSession, startSession } from '#lib/server/people/sessions.ts';
import {
	buildDisplay,
	buildPerson,
	buildShop,
	FIRST_VERSION,
	type Person
} from '#tests/support/factories.ts';
import { openNode, type ClientSocket, type LiveNode } from '#tests/simulation/live-node.ts';
import { heard, liveShop } from '#tests/simulation/live-shop.ts';
import { startNodeProcess } from '#tests/simulation/node-process.ts';
import type { PresenceTimes } from './presence.ts';

const shop = liveShop();

/** Milliseconds; a node that is killed is forgotten after the silence. */
const QUICK: Partial<PresenceTimes> = {
	gather: 10,
	shortest: 20,
	beat: 250,
	silence: 1_000,
	hold: 700
};

let here: LiveNode;
let there: LiveNode;
beforeEach(async () => {
	here = await openNode(shop.deps, shop.database.url, QUICK);
	there = await openNode(shop.deps, shop.database.url, QUICK);
});
afterEach(async () => {
	await Promise.all([here.close(), there.close()]);
});

/** Somebody's screen, and whom it was told of last. */
interface Screen {
	socket: ClientSocket;
	seen: () => readonly Terminal[];
	/** Ana's terminal as the screen was told of it. */
	ana: () => Terminal | undefined;
	/** Waits until the screen shows exactly these. */
	sees: (...names: string[]) => Promise<void>;
	report: (report: PresenceReport) => void;
}

async function join(node: LiveNode, person: Person): Promise<Screen> {
	const { token } = await startSession(shop.database, person, 'Chrome');
	return follow(node.connect({ since: FIRST_VERSION, token }));
}

function follow(socket: ClientSocket): Screen {
	let seen: readonly Terminal[] = [];
	socket.on('presence', ({ terminals }) => (seen = terminals));
	return {
		socket,
		seen: () => seen,
		ana: () => seen.find(({ of }) => of === shop.ana.id),
		sees: (...names) =>
			vi.waitFor(() => expect(seen.map(({ name }) => name).sort()).toEqual(names.sort()), WITHIN),
		report: (report) => void socket.emit('presence', report)
	};
}

const WITHIN = { timeout: 4_000, interval: 10 };
const ben = () => buildPerson(shop.database.sql, shop.ana.shopId, { name: 'Ben Okafor' });

describe('[P4] who is connected', () => {
	test('is told to every screen of the shop, on whatever node, when somebody comes or goes', async () => {
		const anas = await join(here, shop.ana);
		await anas.sees('Ana Ruiz');
		const bens = await join(there, await ben());
		await Promise.all([anas.sees('Ana Ruiz', 'Ben Okafor'), bens.sees('Ana Ruiz', 'Ben Okafor')]);
		expect(anas.seen()).toEqual(bens.seen());
		expect(anas.ana()).toEqual({
			id: expect.stringMatching(/\.1$/),
			of: shop.ana.id,
			name: 'Ana Ruiz',
			kind: 'person',
			since: shop.deps.now()
		});
		bens.socket.disconnect();
		await anas.sees('Ana Ruiz');
	});

	test('lists each connection of a person, under an id of its own', async () => {
		const tablet = await join(here, shop.ana);
		const desk = await join(there, shop.ana);
		await Promise.all([tablet.sees('Ana Ruiz', 'Ana Ruiz'), desk.sees('Ana Ruiz', 'Ana Ruiz')]);
		const ids = desk.seen().map(({ id }) => id);
		expect(new Set(ids).size).toBe(2);
		expect(tablet.seen().map(({ id }) => id)).toEqual(ids);
	});

	test('is known to a node that starts later', async () => {
		const anas = await join(here, shop.ana);
		await anas.sees('Ana Ruiz');
		const late = await openNode(shop.deps, shop.database.url, { ...QUICK, beat: 60_000, silence: 90_000 });
		try {
			const bens = await join(late, await ben());
			await Promise.all([anas.sees('Ana Ruiz', 'Ben Okafor'), bens.sees('Ana Ruiz', 'Ben Okafor')]);
			await late.close();
			await anas.sees('Ana Ruiz');
		} finally {
			await late.close();
		}
	});

	test('knows what a screen said before it was served', async () => {
		const anas = await join(here, shop.ana);
		anas.report({ looking: 3 });
		await vi.waitFor(() => expect(anas.ana()).toMatchObject({ looking: 3 }), WITHIN);
	});

	test('does not list who watches without being a terminal', async () => {
		const { token } = await startSession(shop.database, await ben(), 'Chrome');
		const watcher = here.connect({ since: FIRST_VERSION, token, unlisted: true });
		await heard(watcher, 'board:pulse');
		const anas = await join(here, shop.ana);
		await anas.sees('Ana Ruiz');
	});

	test('[D3] lists displays too, which hear no names and report nothing', async () => {
		const { token } = await buildDisplay(shop.database.sql, shop.ana.shopId);
		const wall = there.connect({ since: FIRST_VERSION, token });
		const heardByWall: unknown[] = [];
		wall.on('presence', (told) => heardByWall.push(told));
		await heard(wall, 'board:reload');
		wall.emit('presence', { looking: 1 });
		const anas = await join(there, shop.ana);
		await vi.waitFor(() => expect(anas.seen()).toHaveLength(2), WITHIN);
		anas.report({ looking: 2 });
		await vi.waitFor(() => expect(anas.ana()).toMatchObject({ looking: 2 }), WITHIN);
		const display = anas.seen().find(({ kind }) => kind === 'display');
		expect(Object.keys(display!).sort()).toEqual(['id', 'kind', 'name', 'of', 'since']);
		await wall.timeout(1_000).emitWithAck('board:since', { since: FIRST_VERSION });
		expect(heardByWall).toEqual([]);
	});

	test('[P3] is called by the name that they have now', async () => {
		const { db, sql } = shop.database;
		const anas = await join(here, shop.ana);
		await join(there, await ben());
		await anas.sees('Ana Ruiz', 'Ben Okafor');
		await sql`update people set name = 'Benjamin Okafor' where shop_id = ${shop.ana.shopId} and name = 'Ben Okafor'`;
		await announceRules(db, shop.ana.shopId);
		await anas.sees('Ana Ruiz', 'Benjamin Okafor');
	});

	test('[P3] goes with its session', async () => {
		const anas = await join(here, shop.ana);
		const other = await startSession(shop.database, await ben(), 'Chrome');
		follow(there.connect({ since: FIRST_VERSION, token: other.token }));
		await anas.sees('Ana Ruiz', 'Ben Okafor');
		await endSession(shop.database, other.session.id);
		await anas.sees('Ana Ruiz');
	});

	test('[C3] is nothing that another shop hears of', async () => {
		const { sql } = shop.database;
		const stranger = await buildPerson(sql, await buildShop(sql), { name: 'Stranger' });
		const others = [await join(here, stranger), await join(there, stranger)];
		const named = new Set<string>();
		for (const { socket } of others)
			socket.on('presence', ({ terminals }) => terminals.forEach(({ name }) => named.add(name)));
		const anas = await join(here, shop.ana);
		const bens = await join(there, await ben());
		anas.report({ looking: 1, dragging: 1 });
		await vi.waitFor(() => expect(bens.ana()).toMatchObject({ looking: 1, dragging: 1 }), WITHIN);
		// What comes after all of that has come after anything that should not have been told.
		others[0]!.report({ looking: 5 });
		await vi.waitFor(
			() => others.forEach(({ seen }) => expect(seen().some(({ looking }) => looking === 5)).toBe(true)),
			WITHIN
		);
		expect([...named]).toEqual(['Stranger']);
	});
});

describe('[P4] nobody stays behind', () => {
	test('when a node is killed: they are gone after its silence', async () => {
		const anas = await join(here, shop.ana);
		const doomed = await startNodeProcess(shop.database.url);
		const { token } = await startSession(shop.database, await ben(), 'Chrome');
		const socket = doomed.connect(token);
		try {
			await anas.sees('Ana Ruiz', 'Ben Okafor');
			await doomed.kill();
			const killedAt = performance.now();
			await anas.sees('Ana Ruiz');
			expect(performance.now() - killedAt).toBeLessThan(QUICK.silence! + 1_000);
		} finally {
			socket.disconnect();
			await doomed.kill();
		}
	});

	test('when messages between nodes are lost: whoever misses a number asks for everything', async () => {
		const anas = await join(here, shop.ana);
		const bens = await join(there, await ben());
		await bens.sees('Ana Ruiz', 'Ben Okafor');
		await shop.database.sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = 'benchboard-listen' and datname = current_database()`;
		anas.report({ looking: 4 });
		await vi.waitFor(() => expect(bens.ana()).toMatchObject({ looking: 4 }), WITHIN);
		anas.socket.disconnect();
		await bens.sees('Ben Okafor');
	});

	test('and a card that somebody has forgotten in their hand is put down', async () => {
		const anas = await join(here, shop.ana);
		const bens = await join(there, await ben());
		await bens.sees('Ana Ruiz', 'Ben Okafor');
		anas.report({ dragging: 1, looking: 2 });
		await vi.waitFor(() => expect(bens.ana()).toMatchObject({ dragging: 1 }), WITHIN);
		await vi.waitFor(() => expect(bens.ana()).not.toHaveProperty('dragging'), WITHIN);
		expect(bens.ana()).toMatchObject({ looking: 2 });
	});
});

describe('[P4] what a screen reports', () => {
	test.each([
		null,
		undefined,
		7,
		'looking',
		[],
		{ looking: 0 },
		{ looking: -1 },
		{ looking: 1.5 },
		{ looking: '7' },
		{ dragging: 1e300 },
		{ dragging: { $gt: 0 } },
		{ looking: 7, dragging: 'x' }
	])('is not looked at when it is malformed: %j', async (report) => {
		const anas = await join(here, shop.ana);
		await anas.sees('Ana Ruiz');
		(anas.socket as unknown as { emit: (event: string, odd: unknown) => void }).emit('presence', report);
		anas.report({ dragging: 9 });
		await vi.waitFor(() => expect(anas.ana()).toMatchObject({ dragging: 9 }), WITHIN);
		expect(anas.ana()).not.toHaveProperty('looking');
	});

	test('a flood of it reaches others at the pace of a list, and ends with what may pass', async () => {
		const calm = await openNode(shop.deps, shop.database.url, { ...QUICK, shortest: 200 });
		try {
			const anas = await join(calm, shop.ana);
			const bens = await join(calm, await ben());
			await bens.sees('Ana Ruiz', 'Ben Okafor');
			let messages = 0;
			bens.socket.on('presence', () => messages++);
			const begin = performance.now();
			for (let looking = 1; looking <= 2_000; looking++) anas.report({ looking });
			await vi.waitFor(() => expect(bens.ana()).toMatchObject({ looking: 40 }), WITHIN);
			await anas.socket.timeout(4_000).emitWithAck('board:since', { since: FIRST_VERSION });
			expect(bens.ana()).toMatchObject({ looking: 40 });
			expect(messages).toBeLessThanOrEqual(2 + (performance.now() - begin) / 200);
		} finally {
			await calm.close();
		}
	});
});
