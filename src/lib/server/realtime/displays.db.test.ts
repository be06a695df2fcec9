import { describe, expect, test, vi } from 'vitest';
import type { Changes, Pulse } from '#lib/realtime/protocol.ts';
import { changeDisplay } from '#lib/server/displays/change-display.ts';
import { revokeDisplay } from '#lib/server/displays/revoke-display.ts';
import { announceNews, announceRules } from '#lib/server/feed/shop-news.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { reopenJob } from '#lib/server/jobs/reopen-job.ts';
import { closeJob } from '#lib/server/jobs/close-job.ts';
import { buildDisplay, buildJob, buildPerson, buildShop, FIRST_VERSION } from '#tests/support/factories.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { openNode, type ClientSocket } from '#tests/simulation/live-node.ts';
import { heard, liveShop } from '#tests/simulation/live-shop.ts';

const shop = liveShop();
const LATEST = { timeout: 2_000 };

const pairDisplay = (settings: Parameters<typeof buildDisplay>[2] = {}) =>
	buildDisplay(shop.database.sql, shop.ana.shopId, settings);

const join = (token: string, since: number | null = FIRST_VERSION) => shop.node.connect({ since, token });

/** A display's socket that follows: the last that it hears on connecting is to read the board anew. */
async function following(token: string, since: number | null = FIRST_VERSION): Promise<ClientSocket> {
	const socket = join(token, since);
	await heard(socket, 'board:reload');
	return socket;
}

/** Takes a job into On hold with a note, and out of the board and back: its whole card goes over the wire. */
async function holdAndReopen(): Promise<void> {
	const number = await buildJob(shop.database.sql, shop.ana, { status: 'IP' });
	const hold = { reason: 'other', note: 'Gonzalez is ill' } as const;
	await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'IP', to: 'OH', hold });
	await closeJob(shop.deps, shop.ana, number, { ...mutation(), outcome: 'cancelled', reason: 'Changed' });
	await reopenJob(shop.deps, shop.ana, number, mutation());
}

function collect(socket: ClientSocket): Changes['changes'] {
	const all: Changes['changes'] = [];
	socket.on('board:changes', ({ changes }) => all.push(...changes));
	return all;
}

describe('[D1] a display’s hand-shake', () => {
	test('speaks by its token, or by its cookie', async () => {
		const { token } = await pairDisplay();
		const pulse = await heard<Pulse>(join(token), 'board:pulse');
		expect(pulse).toMatchObject({ version: FIRST_VERSION, now: shop.deps.now() });
		const cookie = `theme=dark; benchboard_display=${token}`;
		await heard(shop.node.connect({ since: FIRST_VERSION }, { extraHeaders: { cookie } }), 'board:reload');
	});

	test.each(['display_made-up', 'display_', `display_${'x'.repeat(190)}`])('refuses %j', async (token) => {
		const error = await new Promise<Error & { data?: object }>((resolve) =>
			join(token).once('connect_error', resolve)
		);
		expect(error.data).toEqual({ code: 'unauthenticated' });
	});

	test('in a browser that is a person’s too, is asked for by name; otherwise the person is followed', async () => {
		const { token } = await pairDisplay();
		const cookie = `benchboard_session=${shop.session.token}; benchboard_display=${token}`;
		const connect = (as: object) =>
			shop.node.connect({ since: FIRST_VERSION, ...as }, { extraHeaders: { cookie } });
		const [wall, person] = [connect({ as: 'display' }), connect({})];
		await Promise.all([heard(wall, 'board:reload'), heard(person, 'board:pulse')]);
		const [told, told2] = [collect(wall), collect(person)];
		await holdAndReopen();
		await vi.waitFor(() => expect([told.length, told2.length]).toEqual([3, 3]), LATEST);
		expect(JSON.stringify(told)).not.toContain('Gonzalez');
		expect(JSON.stringify(told2)).toContain('Gonzalez');
	});

	test('does not stand in for a person who is signed out', async () => {
		const { token } = await pairDisplay();
		const cookie = `benchboard_session=gone; benchboard_display=${token}`;
		const connect = (as: object) =>
			shop.node.connect({ since: FIRST_VERSION, ...as }, { extraHeaders: { cookie } });
		await heard(connect({ as: 'display' }), 'board:reload');
		const error = await new Promise<Error & { data?: object }>((resolve) =>
			connect({}).once('connect_error', resolve)
		);
		expect(error.data).toEqual({ code: 'unauthenticated' });
	});
});

describe('[D3] a display hears', () => {
	test('changes as it may see them, each kind of display in its own words, and people everything', async () => {
		const kinds = ['full', 'short', 'none'] as const;
		const walls = await Promise.all(kinds.map((customers) => pairDisplay({ settings: { customers } })));
		const sockets = await Promise.all(walls.map(({ token }) => following(token)));
		const mine = shop.join(FIRST_VERSION);
		await heard(mine, 'board:pulse');
		const heardBy = [...sockets, mine].map(collect);
		await holdAndReopen();
		await vi.waitFor(() => expect(heardBy.map(({ length }) => length)).toEqual([3, 3, 3, 3]), LATEST);
		const names = heardBy.map((changes) => changes.at(-1)?.set?.customer);
		expect(names).toEqual(['Maria Gonzalez', 'Maria G.', '', 'Maria Gonzalez']);
		const notes = heardBy.map((changes) => changes[0]?.set?.hold?.note);
		expect(notes).toEqual([null, null, null, 'Gonzalez is ill']);
		for (const changes of heardBy.slice(1, 3)) expect(JSON.stringify(changes)).not.toContain('Gonzalez');
	});

	test('what it catches up with in the same way, on connecting and when it asks', async () => {
		const { token } = await pairDisplay();
		await holdAndReopen();
		const socket = join(token);
		const told = await heard<Changes>(socket, 'board:changes');
		expect([told.from, told.to]).toEqual([FIRST_VERSION, FIRST_VERSION + 3]);
		expect(JSON.stringify(told)).not.toContain('Gonzalez');
		const asked = await socket.timeout(500).emitWithAck('board:since', { since: FIRST_VERSION });
		expect(asked).toEqual(told);
	});

	test('[C3] nothing of another shop', async () => {
		const wall = await buildDisplay(shop.database.sql, await buildShop(shop.database.sql));
		const socket = await following(wall.token);
		const seen: string[] = [];
		socket.onAny((event: string) => seen.push(event));
		const mine = shop.join(FIRST_VERSION);
		await heard(mine, 'board:pulse');
		const told = collect(mine);
		await holdAndReopen();
		await vi.waitFor(() => expect(told).toHaveLength(3));
		const asked = await socket.timeout(500).emitWithAck('board:since', { since: FIRST_VERSION });
		expect(asked).toMatchObject({ changes: [] });
		expect(seen).toEqual([]);
	});

	test('[P3] that its shop’s rules have changed', async () => {
		const socket = await following((await pairDisplay()).token);
		const told = heard<object>(socket, 'board:reload');
		await shop.database.db.transaction((tx) => announceRules(tx, shop.ana.shopId));
		expect(await told).toEqual({ version: FIRST_VERSION });
	});
});

describe('[D1] a display that is changed', () => {
	test('is told to read itself anew, and hears of customers as it is set from then on; others hear nothing', async () => {
		const [changed, other] = [await pairDisplay(), await pairDisplay()];
		const [socket, neighbour] = [await following(changed.token), await following(other.token)];
		const undisturbed = vi.fn();
		neighbour.on('board:reload', undisturbed);
		const told = heard<object>(socket, 'board:reload');
		await changeDisplay(shop.deps, shop.ana, changed.id, { settings: { customers: 'none' } });
		expect(await told).toEqual({ version: FIRST_VERSION });
		const [mine, theirs] = [collect(socket), collect(neighbour)];
		await holdAndReopen();
		await vi.waitFor(() => expect([mine.length, theirs.length]).toEqual([3, 3]), LATEST);
		expect(mine.at(-1)?.set?.customer).toBe('');
		expect(theirs.at(-1)?.set?.customer).toBe('Maria G.');
		expect(undisturbed).not.toHaveBeenCalled();
	});

	test('while nobody was listening is found out', async () => {
		const { id, token } = await pairDisplay();
		const socket = await following(token);
		const told = heard<object>(socket, 'board:reload');
		await shop.database.sql`
			update displays set name = 'Back wall' where shop_id = ${shop.ana.shopId} and id = ${id}`;
		await cutListeners();
		expect(await told).toEqual({ version: FIRST_VERSION });
	});
});

describe('[P3] a revoked display', () => {
	test('is told so on every node within two seconds, and no other is', async () => {
		const [revoked, other] = [await pairDisplay(), await pairDisplay()];
		const second = await openNode(shop.deps, shop.database.url);
		try {
			const far = second.connect({ since: FIRST_VERSION, token: revoked.token });
			await heard(far, 'board:reload');
			const [near, neighbour] = [await following(revoked.token), await following(other.token)];
			const told = Promise.all([near, far].map((socket) => heard<object>(socket, 'session:ended')));
			await revokeDisplay(shop.deps, shop.ana, revoked.id);
			await vi.waitFor(
				() => expect([near, far].map(({ connected }) => connected)).toEqual([false, false]),
				LATEST
			);
			expect(await told).toEqual([{ reason: 'removed' }, { reason: 'removed' }]);
			expect(neighbour.connected).toBe(true);
		} finally {
			await second.close();
		}
	});

	test('while nobody was listening is found out', async () => {
		const { id, token } = await pairDisplay();
		const socket = await following(token);
		await shop.database.sql`delete from displays where shop_id = ${shop.ana.shopId} and id = ${id}`;
		await cutListeners();
		await vi.waitFor(() => expect(socket.connected).toBe(false), LATEST);
	});

	test('does not come back', async () => {
		const { id, token } = await pairDisplay();
		await revokeDisplay(shop.deps, shop.ana, id);
		const error = await new Promise<Error & { data?: object }>((resolve) =>
			join(token).once('connect_error', resolve)
		);
		expect(error.data).toEqual({ code: 'unauthenticated' });
	});

	test('of another shop ends nothing here', async () => {
		const { id, token } = await pairDisplay();
		const socket = await following(token);
		const eve = await buildPerson(shop.database.sql, await buildShop(shop.database.sql));
		await expect(revokeDisplay(shop.deps, eve, id)).rejects.toMatchObject({ code: 'display.not_found' });
		await shop.database.db.transaction((tx) =>
			announceNews(tx, { kind: 'display_ended', shop: eve.shopId, display: id })
		);
		const told = heard<Changes>(socket, 'board:changes');
		await shop.makeChanges(1);
		await told;
		expect(socket.connected).toBe(true);
	});
});

test('[D1] when a display was seen is noted as it comes and as it goes', async () => {
	const { id, token } = await pairDisplay();
	const seenAt = async () => {
		const [row] = await shop.database.sql<{ seen_at: string | null }[]>`
			select seen_at from displays where shop_id = ${shop.ana.shopId} and id = ${id}`;
		return row?.seen_at ?? null;
	};
	expect(await seenAt()).toBeNull();
	const socket = await following(token);
	await vi.waitFor(async () => expect(await seenAt()).not.toBeNull(), LATEST);
	await shop.database.sql`update displays set seen_at = null where id = ${id}`;
	socket.disconnect();
	await vi.waitFor(async () => expect(await seenAt()).not.toBeNull(), LATEST);
});

async function cutListeners(): Promise<void> {
	await shop.database.sql`
		select pg_terminate_backend(pid) from pg_stat_activity
		where application_name = 'benchboard-listen' and datname = current_database()`;
}
