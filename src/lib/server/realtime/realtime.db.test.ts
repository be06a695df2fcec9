import { Socket } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { CATCH_UP_LIMIT, type Changes, type Pulse, type SinceAnswer } from '#lib/realtime/protocol.ts';
import { endSession, startSession } from '#lib/server/people/sessions.ts';
import { changePerson } from '#lib/server/people/change-person.ts';
import { invitePerson } from '#lib/server/people/invite-person.ts';
import { buildPerson, buildShop, FIRST_VERSION } from '#tests/support/factories.ts';
import { openNode } from '#tests/simulation/live-node.ts';
import { heard, liveShop } from '#tests/simulation/live-shop.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { SessionEnds } from './session-ends.ts';
import type { BoardServer } from './socket-types.ts';

const shop = liveShop();

/** Many committed changes in one statement, as the log keeps them. */
async function fillLog(count: number): Promise<void> {
	await shop.database.sql`
		with counted as (update shops set version = version + ${count} where id = ${shop.ana.shopId} returning version)
		insert into job_events (shop_id, version, job_number, kind, at, fact, set)
		select ${shop.ana.shopId}, version - ${count} + step, 1, 'moved', now(), '{}', '{}'
		from counted, generate_series(1, ${count}) as step`;
}

describe('[C1] on connecting', () => {
	test('a board that is current hears so, with the server’s time', async () => {
		const pulse = await heard<Pulse>(shop.join(FIRST_VERSION), 'board:pulse');
		expect(pulse).toEqual({ version: FIRST_VERSION, now: shop.deps.now(), rules: 1 });
	});

	test('a board that is behind gets what it lacks', async () => {
		await shop.makeChanges(3);
		const { from, to, changes } = await heard<Changes>(shop.join(FIRST_VERSION + 1), 'board:changes');
		expect([from, to]).toEqual([FIRST_VERSION + 1, FIRST_VERSION + 3]);
		expect(changes.map(({ version, kind }) => [version, kind])).toEqual([
			[FIRST_VERSION + 2, 'moved'],
			[FIRST_VERSION + 3, 'moved']
		]);
	});

	test('the limit of catching up is exact', async () => {
		await fillLog(CATCH_UP_LIMIT + 1);
		const changes = await heard<Changes>(shop.join(FIRST_VERSION + 1), 'board:changes');
		expect(changes.changes).toHaveLength(CATCH_UP_LIMIT);
		const reload = await heard<{ version: number }>(shop.join(FIRST_VERSION), 'board:reload');
		expect(reload).toEqual({ version: FIRST_VERSION + CATCH_UP_LIMIT + 1 });
	});

	test.each([
		['names no version', null],
		['is ahead of the shop', 1_000],
		['is behind the log’s beginning', 0]
	])('a board that %s is told to reload', async (_, since) => {
		expect(await heard(shop.join(since), 'board:reload')).toEqual({ version: FIRST_VERSION });
	});

	test('boards that connect while the shop is busy miss nothing and get nothing twice', async () => {
		const boards = Array.from({ length: 5 }, () => ({ versions: [] as number[] }));
		const follow = (board: { versions: number[] }) => {
			shop
				.join(FIRST_VERSION)
				.on('board:changes', ({ changes }) => board.versions.push(...changes.map(({ version }) => version)));
		};
		const busy = shop.makeChanges(30);
		for (const board of boards) {
			await makeTurn();
			follow(board);
		}
		await busy;
		const all = Array.from({ length: 30 }, (_, index) => FIRST_VERSION + 1 + index);
		await vi.waitFor(() => boards.forEach(({ versions }) => expect(versions).toEqual(all)), {
			timeout: 5_000
		});
	});
});

/** Lets a few of the shop.database's answers in. */
const makeTurn = () => shop.database.sql`select 1`;

describe('following', () => {
	test('[C1] a move comes once, within 300 bytes even to a shop with years of history', async () => {
		const version = 1_234_567;
		await shop.database.sql`update shops set version = ${version} where id = ${shop.ana.shopId}`;
		const socket = shop.join(version);
		await heard(socket, 'board:pulse');
		const packets: string[] = [];
		socket.io.engine.on('packet', ({ data }: { data?: string }) => {
			if (data?.startsWith('2["board:changes"')) packets.push(data);
		});
		await shop.makeChanges(1);
		await vi.waitFor(() => expect(packets).toHaveLength(1));
		expect(Buffer.byteLength(packets[0]!) + FRAME_BYTES).toBeLessThanOrEqual(300);
	});

	test('a change is written to each screen in one piece', async () => {
		const screens = [shop.join(FIRST_VERSION), shop.join(FIRST_VERSION)];
		for (const screen of screens) await heard(screen, 'board:pulse');
		const inPieces = vi.spyOn(Socket.prototype, '_writev' as 'write');
		const changes = screens.map((screen) => heard<Changes>(screen, 'board:changes'));
		await shop.makeChanges(1);
		await Promise.all(changes);
		const pieces = inPieces.mock.calls.flatMap(([written]) => (written as unknown as Buffer[]).map(String));
		expect(pieces.filter((piece) => piece.includes('board:changes'))).toEqual([]);
		inPieces.mockRestore();
	});

	test('[C3] nothing of another shop is heard', async () => {
		const stranger = await buildPerson(shop.database.sql, await buildShop(shop.database.sql));
		const other = await startSession(shop.database, stranger, 'Firefox');
		const socket = shop.node.connect({ since: FIRST_VERSION, token: other.token });
		await heard(socket, 'board:pulse');
		const seen: string[] = [];
		// Its own arrival is told to it too.
		socket.onAny((event: string) => event !== 'presence' && seen.push(event));
		const mine = shop.join(FIRST_VERSION);
		await shop.makeChanges(2);
		await vi.waitFor(async () => {
			const answer = await mine.timeout(500).emitWithAck('board:since', { since: FIRST_VERSION + 2 });
			expect(answer).toMatchObject({ to: FIRST_VERSION + 2 });
		});
		const asked = await socket.timeout(500).emitWithAck('board:since', { since: FIRST_VERSION });
		expect(asked).toEqual({ from: FIRST_VERSION, to: FIRST_VERSION, changes: [] });
		expect(seen).toEqual([]);
	});

	test('[C1] a board asks for what it lacks', async () => {
		await shop.makeChanges(2);
		const socket = shop.join(FIRST_VERSION + 2);
		await heard(socket, 'board:pulse');
		const ask = (since: number): Promise<SinceAnswer> =>
			socket.timeout(500).emitWithAck('board:since', { since });
		expect(await ask(FIRST_VERSION + 1)).toMatchObject({ from: FIRST_VERSION + 1, to: FIRST_VERSION + 2 });
		expect(await ask(FIRST_VERSION + 2)).toMatchObject({ changes: [] });
		expect(await ask(FIRST_VERSION + 3)).toEqual({ reload: true, version: FIRST_VERSION + 2 });
	});

	test('asking without end is not answered', async () => {
		const socket = shop.join(FIRST_VERSION);
		await heard(socket, 'board:pulse');
		const asks = Array.from({ length: 100 }, () =>
			socket.timeout(1_000).emitWithAck('board:since', { since: FIRST_VERSION })
		);
		const answers = await Promise.allSettled(asks);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
	});
});

/** What WebSocket and Engine.IO put before a packet of this size. */
const FRAME_BYTES = 5;

describe('[P3] signing out', () => {
	test('ends the session’s boards within two seconds, and no other', async () => {
		const other = await startSession(shop.database, shop.ana, 'The desk');
		const desk = shop.node.connect({ since: FIRST_VERSION, token: other.token });
		const tablet = shop.join(FIRST_VERSION);
		await Promise.all([heard(desk, 'board:pulse'), heard(tablet, 'board:pulse')]);
		const told = heard(tablet, 'session:ended');
		await endSession(shop.database, shop.session.session.id);
		expect(await told).toEqual({ reason: 'signed_out' });
		await vi.waitFor(() => expect(tablet.connected).toBe(false), { timeout: 2_000 });
		expect(desk.connected).toBe(true);
	});

	test('reaches other nodes, and boards whose session ended while nobody was listening', async () => {
		const second = await openNode(shop.deps, shop.database.url);
		try {
			const far = second.connect({ since: FIRST_VERSION, token: shop.session.token });
			await heard(far, 'board:pulse');
			await shop.database.sql`delete from sessions where id = ${shop.session.session.id}`;
			await shop.database.sql`
				select pg_terminate_backend(pid) from pg_stat_activity
				where application_name = 'benchboard-listen' and datname = current_database()`;
			await vi.waitFor(() => expect(far.connected).toBe(false), { timeout: 2_000 });
		} finally {
			await second.close();
		}
	});
});

describe('[P3] what an admin changes', () => {
	const change = (personId: string, changes: object) =>
		changePerson(shop.deps, shop.ana, personId, { ...mutation(), ...changes });

	test('has the shop’s boards on every node reload, and no other shop’s', async () => {
		const ben = await buildPerson(shop.database.sql, shop.ana.shopId, { name: 'Ben', role: 'salesperson' });
		const stranger = await buildPerson(shop.database.sql, await buildShop(shop.database.sql));
		const other = await startSession(shop.database, stranger, 'Firefox');
		const bens = await startSession(shop.database, ben, 'The desk');
		const second = await openNode(shop.deps, shop.database.url);
		try {
			const far = second.connect({ since: FIRST_VERSION, token: bens.token });
			const theirs = shop.node.connect({ since: FIRST_VERSION, token: other.token });
			const heardThere: string[] = [];
			await Promise.all([heard(far, 'board:pulse'), heard(theirs, 'board:pulse')]);
			theirs.onAny((event: string) => event !== 'presence' && heardThere.push(event));
			const told = heard(far, 'board:reload');
			await change(ben.id, { role: 'jeweler' });
			expect(await told).toEqual({ version: FIRST_VERSION });
			expect(far.connected).toBe(true);
			await theirs.timeout(500).emitWithAck('board:since', { since: FIRST_VERSION });
			expect(heardThere).toEqual([]);
		} finally {
			await second.close();
		}
	});

	test('is in the first pulse of a board that was away meanwhile, and an invitation is not', async () => {
		const ben = await buildPerson(shop.database.sql, shop.ana.shopId, { role: 'salesperson' });
		const rules = async () => (await heard<Pulse>(shop.join(FIRST_VERSION), 'board:pulse')).rules ?? 0;
		const before = await rules();
		await invitePerson(shop.deps, shop.ana, { ...mutation(), name: 'Eve', role: 'viewer' });
		expect(await rules()).toBe(before);
		await change(ben.id, { role: 'jeweler' });
		// The node hears of it a moment after the commit, and tells whoever is connected then.
		await expect.poll(rules).toBe(before + 1);
	});

	test('of somebody’s access ends their boards, and says that it is for good', async () => {
		const ben = await buildPerson(shop.database.sql, shop.ana.shopId, { role: 'salesperson' });
		const { token } = await startSession(shop.database, ben, 'The desk');
		const socket = shop.node.connect({ since: FIRST_VERSION, token });
		await heard(socket, 'board:pulse');
		const told = heard(socket, 'session:ended');
		await change(ben.id, { active: false });
		expect(await told).toEqual({ reason: 'removed' });
		await vi.waitFor(() => expect(socket.connected).toBe(false), { timeout: 2_000 });
	});
});

test('[P3] a connected board counts as use of its session', async () => {
	const { id } = shop.session.session;
	const ends = new SessionEnds(ioWith(id), shop.database.sql, shop.deps.log);
	await shop.database.sql`update sessions set seen_at = now() - interval '1 hour' where id = ${id}`;
	await ends.check();
	ends.close();
	const seen = await shop.database.sql`
		select 1 from sessions where id = ${id} and seen_at > now() - interval '1 minute'`;
	expect(seen).toHaveLength(1);
});

/** A socket server with one socket, of a session. */
function ioWith(sessionId: string): BoardServer {
	const sockets = new Map([['one', { data: { sessionId } }]]);
	return { of: () => ({ sockets }) } as unknown as BoardServer;
}

test('closing a node lets its clients come back by themselves', async () => {
	const second = await openNode(shop.deps, shop.database.url);
	const socket = second.connect({ since: FIRST_VERSION, token: shop.session.token }, { reconnection: true });
	await heard(socket, 'board:pulse');
	const reason = new Promise((resolve) => socket.once('disconnect', resolve));
	const attempt = new Promise((resolve) => socket.io.once('reconnect_attempt', resolve));
	await second.stop();
	expect(await reason).toBe('transport close');
	await attempt;
	await second.close();
});
