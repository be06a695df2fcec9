import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { STATUSES } from '#lib/jobs/status.ts';
import { buildDisplay } from '#tests/support/factories.ts';
import { startCluster, type Cluster } from '#tests/support/cluster.ts';
import { seeded } from '#tests/simulation/random.ts';
import { beginUpload, moveOnce, statusOf } from './ask.ts';
import { expectNothingLost, startBurst } from './burst.ts';
import { expectConverged, openScreen, type Screen } from './screen.ts';
import { buildFaultShop, type Shop } from './shop.ts';

const LONG = Boolean(process.env.BENCHBOARD_LONG);
const NODES = LONG ? 3 : 2;
const SCREENS = LONG ? 60 : 12;
/** Acknowledged moves around each fault. */
const MOVES = LONG ? 1_000 : 60;
const KILLS = LONG ? 12 : 1;
const FAILED_COMMITS = LONG ? 100 : 5;
const WRITERS = 6;
const WAIT = { timeout: 60_000, interval: 20 };

let cluster: Cluster;
let shop: Shop;
let balanced: { url: string; token: string };
beforeAll(async () => {
	cluster = await startCluster(NODES);
}, 400_000);
afterAll(() => cluster.stop());
beforeEach(async () => {
	shop = await buildFaultShop(cluster.database, WRITERS * 2);
	balanced = { url: cluster.balancer.url, token: shop.token };
});
afterEach(() => shop.close());

const burst = () => startBurst({ ...balanced, numbers: shop.numbers.slice(0, WRITERS) });
const areLive = (screens: readonly Screen[]) =>
	vi.waitFor(() => screens.forEach(({ core }) => expect(core.connection).toBe('live')), WAIT);

test('[C1] [P4] boards on several nodes agree, and every one sees all who are connected', async () => {
	const before = [...cluster.balancer.taken];
	const screens = await shop.open(SCREENS, cluster.balancer.url);
	await areLive(screens);
	const spread = cluster.balancer.taken.map((taken, index) => taken - before[index]!);
	expect(Math.min(...spread)).toBeGreaterThan(0);

	const random = seeded(20_261_125);
	const moving = burst();
	for (let made = 0; made < MOVES; made += 5) {
		const moves = Array.from({ length: 5 }, () => {
			const { core } = random.pick(screens);
			const number = random.pick(shop.numbers.slice(WRITERS));
			const to = random.pick(STATUSES.filter((status) => status !== 'AVQ' && status !== 'OH'));
			return core.writer.move({ number, to });
		});
		await Promise.all(moves);
	}
	await moving.more(MOVES);
	const acknowledged = await moving.stop();

	await expectConverged(screens, balanced);
	await expectNothingLost(cluster.database.sql, shop.ana.shopId, acknowledged);
	expect(moving.failures).toEqual([]);
	await vi.waitFor(() => screens.forEach((each) => expect(each.present()).toHaveLength(SCREENS)), WAIT);
	console.log(
		`${SCREENS} boards on ${NODES} nodes: ${acknowledged.length} acknowledged moves, 0 lost, all boards equal`
	);
}, 120_000);

test('[C1] [C2] a change whose commit fails is heard nowhere, and takes no other change’s place', async () => {
	const { sql } = cluster.database;
	const screens = await shop.open(SCREENS, cluster.balancer.url);
	await areLive(screens);
	const heard: number[] = [];
	for (const { socket } of screens)
		socket.on('board:changes', ({ changes }) => heard.push(...changes.map(({ number }) => number)));
	const number = shop.numbers.at(-1)!;
	const moving = burst();
	await refuseCommits(number);
	for (let round = 0; round < FAILED_COMMITS; round++) expect(await moveOnce(balanced, number)).toBe(503);
	await sql`drop function refuse_commit cascade`;
	await moving.more(MOVES);
	const acknowledged = await moving.stop();
	await expectConverged(screens, balanced);
	await expectNothingLost(sql, shop.ana.shopId, acknowledged);
	expect(heard).not.toContain(number);
	console.log(
		`${FAILED_COMMITS} commits failed in a burst: ${acknowledged.length} acknowledged moves, 0 lost, none heard that was not committed`
	);
}, 120_000);

/** The database takes everything of a change of this job, and then not its commit, as with a full disk. */
async function refuseCommits(number: number): Promise<void> {
	const { sql } = cluster.database;
	await sql`
		create function refuse_commit() returns trigger language plpgsql as
		$$ begin raise exception 'there is no room' using errcode = 'disk_full'; end $$`;
	await sql.unsafe(`
		create constraint trigger refuse_commit after insert on job_events deferrable initially deferred for each row
		when (new.shop_id = '${shop.ana.shopId}' and new.job_number = ${number}) execute function refuse_commit()`);
}

test('[P3] a session that is signed out at one node ends its boards at the others', async () => {
	const token = await shop.signIn();
	const boards = await Promise.all(
		cluster.nodes.map(({ url }) => openScreen({ person: shop.ana, token, url }))
	);
	const [other] = await shop.open(1, cluster.balancer.url);
	await areLive([...boards, other!]);
	const begun = performance.now();
	expect(await statusOf(cluster.nodes[0]!.url, token, 'DELETE', '/api/v1/session')).toBe(204);
	await vi.waitFor(() => boards.forEach((board) => expect(board.ended()).toBe('signed_out')), WAIT);
	console.log(
		`signed out on ${NODES} nodes after ${Math.round(performance.now() - begun)} ms (target 2,000)`
	);
	expect(other!.core.connection).toBe('live');
	for (const board of boards) board.close();
}, 60_000);

test('[D1] a display that is revoked at one node is ended at the other', async () => {
	const { sql } = cluster.database;
	const display = await buildDisplay(sql, shop.ana.shopId);
	const [here, there] = [cluster.nodes[0]!, cluster.nodes.at(-1)!];
	const wall = await openScreen({
		person: { ...shop.ana, id: display.id },
		token: display.token,
		url: there.url
	});
	await areLive([wall]);
	const begun = performance.now();
	const path = `/api/v1/displays/${display.id}`;
	expect(await statusOf(here.url, shop.token, 'DELETE', path)).toBeLessThan(300);
	await vi.waitFor(() => expect(wall.ended()).not.toBeNull(), WAIT);
	console.log(`a revoked display was ended after ${Math.round(performance.now() - begun)} ms (target 2,000)`);
	wall.close();
}, 60_000);

test('[C2] a node that is killed in a burst loses no acknowledged move, and its boards are back on another', async () => {
	const screens = await shop.open(SCREENS, cluster.balancer.url);
	await areLive(screens);
	const moving = burst();
	const took: number[] = [];
	for (let kill = 0; kill < KILLS; kill++) {
		await moving.more(MOVES);
		const node = cluster.nodes[kill % NODES]!;
		const lost = vi.waitFor(() => expect(screens.some(({ core }) => core.connection !== 'live')).toBe(true), {
			...WAIT,
			interval: 1
		});
		await node.kill('SIGKILL');
		const killed = performance.now();
		await lost;
		await areLive(screens);
		took.push(Math.round(performance.now() - killed));
		await node.restart();
		await vi.waitFor(() => expect(cluster.balancer.isReady(kill % NODES)).toBe(true), WAIT);
	}
	const acknowledged = await moving.stop();
	await expectConverged(screens, balanced);
	await expectNothingLost(cluster.database.sql, shop.ana.shopId, acknowledged);
	console.log(
		`killed ${KILLS} nodes: ${acknowledged.length} acknowledged moves, 0 lost; all boards live again after ` +
			`${took.join(', ')} ms (target 3,000); ${moving.failures.length} requests were sent again`
	);
}, 300_000);

test('a node that is asked to end says so first, ends what runs, and sends its boards elsewhere', async () => {
	const node = cluster.nodes[0]!;
	const [board] = await shop.open(1, node.url);
	await areLive([board!]);
	const upload = await beginUpload(node.url, shop.token, shop.numbers[0]!);
	const asked = performance.now();
	const ended = node.kill('SIGTERM');
	const ask = (path: string) => statusOf(node.url, shop.token, 'GET', path);
	await vi.waitFor(async () => expect(await ask('/readyz')).toBe(503), WAIT);
	expect(await ask('/healthz')).toBe(200);
	expect(await ask('/api/v1/board')).toBe(200);
	expect(board!.socket.connected).toBe(true);

	const left = new Promise((resolve) => board!.socket.once('disconnect', resolve));
	await vi.waitFor(() => expect(ask('/healthz')).rejects.toThrow(), WAIT);
	expect(await upload.finish()).toBe(201);
	expect(await left).toBe('transport close');
	await vi.waitFor(() => expect(board!.attempts()).toBeGreaterThan(0), WAIT);
	expect(board!.ended()).toBeNull();
	expect(await ended).toBe(0);
	expect(performance.now() - asked).toBeLessThan(10_000);

	await node.restart();
	await areLive([board!]);
	await vi.waitFor(() => expect(cluster.balancer.isReady(0)).toBe(true), WAIT);
}, 120_000);

test('a restart of every node in turn loses no move, fails no request and leaves every board live', async () => {
	const screens = await shop.open(SCREENS, cluster.balancer.url);
	await areLive(screens);
	const moving = burst();
	const took: number[] = [];
	for (const [index, node] of cluster.nodes.entries()) {
		await moving.more(MOVES);
		const asked = performance.now();
		expect(await node.kill('SIGTERM')).toBe(0);
		took.push(Math.round(performance.now() - asked));
		await areLive(screens);
		await node.restart();
		await vi.waitFor(() => expect(cluster.balancer.isReady(index)).toBe(true), WAIT);
	}
	await moving.more(MOVES);
	const acknowledged = await moving.stop();
	expect(moving.failures).toEqual([]);
	await expectConverged(screens, balanced);
	await expectNothingLost(cluster.database.sql, shop.ana.shopId, acknowledged);
	expect(Math.max(...took)).toBeLessThan(10_000);
	console.log(
		`restarted ${NODES} nodes in turn: ${acknowledged.length} acknowledged moves, 0 lost, 0 requests failed; ` +
			`they ended after ${took.join(', ')} ms (at most 10,000)`
	);
}, 300_000);
