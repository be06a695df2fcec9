import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import type { Changes } from '#lib/realtime/protocol.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { endSession, startSession } from '#lib/server/people/sessions.ts';
import { createLog } from '#lib/server/log.ts';
import type { Deps } from '#lib/server/deps.ts';
import { buildJob, buildPerson, buildShop, FIRST_VERSION, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { ChangeFeed, type Watch } from './change-feed.ts';
import { announceNews, NEWS_CHANNEL, type ShopNews } from './shop-news.ts';
import { LISTENER_NAME } from './listen.ts';
import { CHANGES_CHANNEL } from './notification.ts';

/** Milliseconds within which a change must come although nobody announces it. */
const LATEST = 2_000;
/** Changes, ended sessions, news: each is listened to. */
const CHANNELS = 3;

let database: TestDatabase;
let deps: Deps;
let ana: Person;
let number: number;
let nodes: Node[];

interface Node {
	feed: ChangeFeed;
	versions: number[];
	ended: string[];
	news: ShopNews[];
	wentBackTo: number[];
	watch: Watch;
	listened: () => number;
}

beforeAll(async () => {
	database = await testDatabase();
	deps = testDeps(database);
});
afterAll(() => database.close());

beforeEach(async () => {
	ana = await buildPerson(database.sql, await buildShop(database.sql));
	number = await buildJob(database.sql, ana, { status: 'QN' });
	nodes = await Promise.all([openNode(), openNode()]);
});
afterEach(() => Promise.all(nodes.map(({ feed }) => feed.close())));

async function openNode(): Promise<Node> {
	const node = { versions: [], ended: [], news: [], wentBackTo: [] } as unknown as Node;
	const listening = vi.fn();
	node.listened = () => listening.mock.calls.length;
	node.feed = new ChangeFeed(
		{ ...deps, url: database.url },
		{
			changes: (shopId, { changes }) => {
				if (shopId === ana.shopId) node.versions.push(...changes.map(({ version }) => version));
			},
			wentBack: (_, version) => node.wentBackTo.push(version),
			sessionEnded: ({ id }) => node.ended.push(id),
			news: (news) => node.news.push(news),
			listening
		}
	);
	node.watch = node.feed.watch(ana.shopId);
	await node.watch.ready;
	await vi.waitFor(() => expect(node.listened()).toBe(CHANNELS));
	return node;
}

/** Moves the job to and fro. */
async function makeChanges(count: number): Promise<void> {
	for (let made = 0; made < count; made++) {
		const [from, to] = made % 2 === 0 ? (['QN', 'CR'] as const) : (['CR', 'QN'] as const);
		await moveJob(deps, ana, number, { ...mutation(), from, to });
	}
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => FIRST_VERSION + 1 + index);

async function expectAll(count: number, timeout = LATEST): Promise<void> {
	await vi.waitFor(() => nodes.forEach(({ versions }) => expect(versions).toEqual(upTo(count))), {
		timeout,
		interval: 10
	});
}

const cutListeners = () => database.sql`
	select pg_terminate_backend(pid) from pg_stat_activity
	where application_name = ${LISTENER_NAME} and datname = current_database()`;

describe('[C1] two nodes on one database', () => {
	test('pass on every change, once and in order', async () => {
		await makeChanges(20);
		await expectAll(20);
	});

	test('pass on what many writers do at once', async () => {
		const numbers: number[] = [];
		for (let made = 0; made < 8; made++) numbers.push(await buildJob(database.sql, ana, { status: 'CR' }));
		const moves = numbers.flatMap((job) =>
			(['IP', 'OH'] as const).map((to) =>
				moveJob(deps, ana, job, {
					...mutation(),
					from: 'CR',
					to,
					...(to === 'OH' && { hold: { reason: 'stones' } })
				})
			)
		);
		const made = (await Promise.allSettled(moves)).filter(({ status }) => status === 'fulfilled').length;
		expect(made).toBe(8);
		await expectAll(made);
	});

	test('go on within two seconds when their listening connections are cut', async () => {
		await makeChanges(2);
		await expectAll(2);
		expect((await cutListeners()).length).toBe(2);
		await makeChanges(4);
		await expectAll(6);
		await vi.waitFor(() => nodes.forEach((node) => expect(node.listened()).toBe(2 * CHANNELS)), {
			timeout: 5_000
		});
	});

	test('pass changes on within two seconds when nothing is announced at all', async () => {
		await database.sql`
			with moved as (update shops set version = version + 1 where id = ${ana.shopId} returning version)
			insert into job_events (shop_id, version, job_number, kind, at, fact, set)
			select ${ana.shopId}, version, ${number}, 'moved', now(), '{}', '{}' from moved`;
		await expectAll(1);
	});

	test('are not misled by announcements out of order, of the past, or without a meaning', async () => {
		const announce = (payload: string) => database.sql.notify(CHANGES_CHANNEL, payload);
		await announce('nonsense');
		await announce(JSON.stringify({ shop: ana.shopId, version: FIRST_VERSION + 9 }));
		await makeChanges(3);
		await announce(JSON.stringify({ shop: ana.shopId, version: FIRST_VERSION + 1 }));
		await announce(JSON.stringify({ shop: 'another', version: 40 }));
		await makeChanges(0);
		await expectAll(3);
	});
});

test('[P3] every node hears of a session that ends', async () => {
	const { session } = await startSession(database, ana, 'Chrome on Android');
	await endSession(database, session.id);
	await vi.waitFor(() => nodes.forEach(({ ended }) => expect(ended).toEqual([session.id])), {
		timeout: LATEST
	});
});

test('[P3] every node hears news of a shop when their transaction commits, and no nonsense', async () => {
	const news: ShopNews = { kind: 'display_ended', shop: ana.shopId, display: 'wall' };
	await database.sql.notify(NEWS_CHANNEL, '{"kind":"other","shop":"x"}');
	await database.db.transaction((tx) => announceNews(tx, news));
	await vi.waitFor(() => nodes.forEach((node) => expect(node.news).toEqual([news])), { timeout: LATEST });
});

test('[C3] a shop that nobody watches any more is not read', async () => {
	for (const { watch } of nodes) watch.release();
	await makeChanges(2);
	const again = nodes[0]!.feed.watch(ana.shopId);
	await again.ready;
	expect(again.version).toBe(FIRST_VERSION + 2);
	expect(nodes[0]!.versions).toEqual([]);
});

test('[C4] a feed that cannot ask its database warns once, knows that it may be behind, and recovers', async () => {
	vi.useFakeTimers({ toFake: ['performance'] });
	let isDown = false;
	const sql = ((...query: Parameters<typeof database.sql>) =>
		isDown ? Promise.reject(new Error('down')) : database.sql(...query)) as unknown as Sql;
	const log = createLog('silent');
	const warn = vi.spyOn(log, 'warn');
	const versions: number[] = [];
	const changes = (_: string, read: Changes) => versions.push(read.to);
	const feed = new ChangeFeed(
		{ ...deps, sql, url: database.url, log },
		{
			changes,
			wentBack: () => undefined,
			sessionEnded: () => undefined,
			news: () => undefined,
			listening: () => undefined
		}
	);
	try {
		await feed.watch(ana.shopId).ready;
		isDown = true;
		await database.sql.notify(
			CHANGES_CHANNEL,
			JSON.stringify({ shop: ana.shopId, version: FIRST_VERSION + 1 })
		);
		await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce(), { timeout: LATEST });
		await expect(feed.watch('another').ready).rejects.toThrow('down');
		vi.advanceTimersByTime(6_000);
		expect(feed.isFresh).toBe(false);
		isDown = false;
		await makeChanges(1);
		await vi.waitFor(() => expect(feed.isFresh).toBe(true), { timeout: 5_000 });
		expect(versions).toEqual([FIRST_VERSION + 1]);
	} finally {
		vi.useRealTimers();
		await feed.close();
	}
});

test('[C1] a database that goes back, restored or failed over, is followed from where it is', async () => {
	await makeChanges(2);
	await expectAll(2);
	await database.sql.begin(async (tx) => {
		await tx`alter table job_events disable trigger job_events_append_only`;
		await tx`delete from job_events where shop_id = ${ana.shopId}`;
		await tx`update shops set version = ${FIRST_VERSION} where id = ${ana.shopId}`;
		await tx`alter table job_events enable trigger job_events_append_only`;
	});
	await vi.waitFor(() => nodes.forEach((node) => expect(node.wentBackTo).toEqual([FIRST_VERSION])), {
		timeout: LATEST
	});
	nodes.forEach(({ versions }) => versions.splice(0));
	await makeChanges(1);
	await expectAll(1);
});
