import { beforeEach, describe, expect, test } from 'vitest';
import { failingAtCommit } from '#tests/support/faulty-database.ts';
import { faultyStore, type FaultyStore } from '#tests/support/faulty-store.ts';
import { phonePhoto } from '#tests/support/pictures.ts';
import { attach, objectsOfShop, STORES, sweepInTheEnd, testStore } from '#tests/support/test-files.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import type { Sql } from '#lib/server/db/client.ts';
import type { Deps } from '#lib/server/deps.ts';
import { toAppError } from '#lib/server/http/problem.ts';
import { keysOf, type AttachmentRow } from './attachment-row.ts';
import { removeAttachment } from './remove-attachment.ts';
import { sweepObjects } from './sweep-objects.ts';

describe.each(STORES)('[A6] %s store', (kind) => {
	const shop = testShop();
	const files = testStore(kind);
	let store: FaultyStore;
	let number: number;
	beforeEach(async () => {
		store = faultyStore(files.store);
		number = await shop.build();
	});
	const deps = (sql: Sql = shop.sql): Deps => ({ ...shop.deps, sql, store });
	const photo = async (by = deps(), more = {}) =>
		attach(by, shop, number, { bytes: await phonePhoto(), name: 'a.jpg', ...more });

	/** After the sweep the store holds exactly what the rows name, and every row names what is there. */
	async function expectSound(attachments: number): Promise<void> {
		store.failRemovals(null);
		await sweepInTheEnd(deps());
		const rows = await shop.sql<
			AttachmentRow[]
		>`select * from attachments where shop_id = ${shop.ana.shopId}`;
		expect(rows).toHaveLength(attachments);
		const named = rows.flatMap((row) => keysOf(shop.ana.shopId, row));
		expect(await objectsOfShop(store, shop)).toEqual(named.sort());
		const [left] = await shop.sql`select count(*)::int as count from object_removals`;
		expect(left).toEqual({ count: 0 });
		const [job] = await shop.sql`
			select images from jobs where shop_id = ${shop.ana.shopId} and number = ${number}`;
		expect(job).toEqual({ images: attachments });
	}

	test.each([
		['before', 1],
		['after', 1],
		['before', 2],
		['after', 2],
		['before', 3],
		['after', 3]
	] as const)('that fails %s it has taken object %i: the upload is refused', async (fault, nth) => {
		store.failPut(fault, nth);
		const refusal: unknown = await photo().catch((error: unknown) => error);
		expect(toAppError(refusal)).toMatchObject({ code: 'storage.unavailable', facts: { retryAfter: 5 } });
		expect(await shop.changes()).toEqual([]);
		await expectSound(0);
	});

	test.each([1, 2, 3])('with which the process dies at object %i', async (nth) => {
		store.failPut('dies', nth);
		void photo();
		await expect.poll(() => objectsOfShop(store, shop)).toHaveLength(nth);
		await expectSound(0);
	});

	test.each([
		['before', 0],
		['after', 1]
	] as const)('with a database that fails %s its commit', async (fault, attachments) => {
		const asked = mutation();
		await expect(photo(deps(failingAtCommit(shop.sql, fault)), asked)).rejects.toThrow('connection was lost');
		await expectSound(attachments);
		await photo(deps(), asked);
		await expectSound(1);
	});

	test('whose object a sweeper took before its row was there: the upload is refused', async () => {
		const slow = {
			...store,
			put: async (...object: Parameters<FaultyStore['put']>) => {
				await store.put(...object);
				await sweepInTheEnd(deps());
			}
		};
		await expect(photo({ ...deps(), store: slow })).rejects.toMatchObject({ code: 'storage.unavailable' });
		await expectSound(0);
	});

	test.each(['before', 'after'] as const)('that fails %s a removal: it is tried again', async (fault) => {
		const { attachment } = await photo();
		store.failRemovals(fault);
		await removeAttachment(deps(), shop.ana, attachment.id);
		expect(await sweepObjects(deps())).toBe(3);
		expect(await sweepObjects(deps()), 'not at once').toBe(0);
		const waits = await shop.sql<{ seconds: number }[]>`
			select extract(epoch from due_at - now())::int as seconds from object_removals`;
		for (const { seconds } of waits) expect(Math.abs(seconds - 20)).toBeLessThan(5);
		await expectSound(0);
	});

	test('with which the process dies at a removal', async () => {
		const { attachment } = await photo();
		await removeAttachment(deps(), shop.ana, attachment.id);
		store.failRemovals('dies');
		void sweepObjects(deps());
		await expect.poll(() => objectsOfShop(store, shop)).toHaveLength(0);
		await expectSound(0);
	});

	test.each([
		['before', 1],
		['after', 0]
	] as const)('with a database that fails %s the commit of a removal', async (fault, attachments) => {
		const { attachment } = await photo();
		const failing = deps(failingAtCommit(shop.sql, fault));
		await expect(removeAttachment(failing, shop.ana, attachment.id)).rejects.toThrow('connection was lost');
		await expectSound(attachments);
	});

	test('an upload that is under way is not swept', async () => {
		store.failPut('dies', 3);
		void photo();
		await expect.poll(() => objectsOfShop(store, shop)).toHaveLength(3);
		expect(await sweepObjects(deps())).toBe(0);
		expect(await objectsOfShop(store, shop)).toHaveLength(3);
		await expectSound(0);
	});

	test('two sweepers at once share the work', async () => {
		const removed: string[] = [];
		const counting = {
			...store,
			remove: async (key: string) => {
				removed.push(key);
				await store.remove(key);
			}
		};
		for (let i = 0; i < 4; i++) await removeAttachment(deps(), shop.ana, (await photo()).attachment.id);
		const sweepers = Array.from({ length: 2 }, () => sweepObjects({ ...deps(), store: counting }));
		const [one = 0, other = 0] = await Promise.all(sweepers);
		expect(one + other).toBe(12);
		expect(new Set(removed).size).toBe(removed.length);
		await expectSound(0);
	});
});
