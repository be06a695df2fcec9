import { afterEach, expect, test } from 'vitest';
import { faultyStore } from '#tests/support/faulty-store.ts';
import { attach, objectsOfShop, testStore } from '#tests/support/test-files.ts';
import { testShop } from '#tests/support/test-shop.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { ObjectStore } from './object-store.ts';
import { removeAttachment } from './remove-attachment.ts';
import { createSweeper, type Sweeper } from './sweeper.ts';

const shop = testShop();
const files = testStore('folder');
const running: Sweeper[] = [];
afterEach(async () => {
	await Promise.all(running.splice(0).map((sweeper) => sweeper.close()));
});

/** A node of its own, with its sweeper. */
function node(store: ObjectStore = files.store): Deps {
	const base = { ...shop.deps, store };
	const sweeper = createSweeper(base);
	running.push(sweeper);
	sweeper.start();
	return { ...base, wakeSweeper: sweeper.wake };
}

async function expectEmptySoon(): Promise<void> {
	await expect.poll(() => objectsOfShop(files.store, shop), { timeout: 2_000 }).toEqual([]);
}

test('[A6] a removed file leaves the store at once, not at the next round', async () => {
	const deps = node();
	const number = await shop.build();
	for (let i = 0; i < 3; i++) {
		const { attachment } = await attach(deps, shop, number);
		await removeAttachment(deps, shop.ana, attachment.id);
		await expectEmptySoon();
	}
});

test('[A6] what waited while no process ran is swept at the start', async () => {
	const number = await shop.build();
	const idle = { ...shop.deps, store: files.store };
	for (let i = 0; i < 30; i++)
		await removeAttachment(idle, shop.ana, (await attach(idle, shop, number)).attachment.id);
	expect((await objectsOfShop(files.store, shop)).length).toBe(60);
	node();
	node();
	await expectEmptySoon();
});

test('[A6] a store that fails is tried again, and the process goes on', async () => {
	const store = faultyStore(files.store);
	const deps = node(store);
	const number = await shop.build();
	const { attachment } = await attach(deps, shop, number);
	store.failRemovals('before');
	await removeAttachment(deps, shop.ana, attachment.id);
	const waiting = () => shop.sql`select from object_removals where attempts > 0 and due_at > now()`;
	await expect.poll(async () => (await waiting()).length).toBe(2);
	store.failRemovals(null);
	await shop.sql`update object_removals set due_at = now() - interval '1 second'`;
	deps.wakeSweeper();
	await expectEmptySoon();
});

test('a sweeper that was closed sweeps no more', async () => {
	const deps = node();
	const number = await shop.build();
	const { attachment } = await attach(deps, shop, number);
	await running.pop()?.close();
	await removeAttachment(deps, shop.ana, attachment.id);
	deps.wakeSweeper();
	await new Promise((resolve) => setImmediate(resolve));
	expect(await objectsOfShop(files.store, shop)).toHaveLength(2);
});
