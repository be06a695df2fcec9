import { describe, expect, test } from 'vitest';
import { phonePhoto } from '#tests/support/pictures.ts';
import { attach, attachDocument, objectsOfShop, STORES, testStore } from '#tests/support/test-files.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { objectKey, type ObjectPart } from '#lib/server/attachments/object-store.ts';
import { removeAttachment } from '#lib/server/attachments/remove-attachment.ts';
import type { Deps } from '#lib/server/deps.ts';
import { checkStorage } from './check-storage.ts';
import { faultSentence } from './fault.ts';

const HOUR = 60 * 60_000;

describe.each(STORES)('[A6] the check of a %s store', (kind) => {
	const shop = testShop();
	const files = testStore(kind);
	/** Two hours from now, when nothing of today is on its way any more. */
	const deps = (after = 2 * HOUR): Deps => ({
		...shop.deps,
		store: files.store,
		now: () => new Date(Date.now() + after).toISOString()
	});
	const photo = async (number: number) => {
		const { attachment } = await attach(deps(), shop, number, { bytes: await phonePhoto(), name: 'a.jpg' });
		return {
			...attachment,
			key: (part: ObjectPart) => objectKey(shop.ana.shopId, number, attachment.id, part)
		};
	};
	/** What the check says of this test's shop. */
	const check = async (repair = false, by = deps()) => {
		const { faults } = await checkStorage(by, { repair });
		const isOurs = (text: string) => text.includes(shop.ana.shopId);
		return faults.filter(({ fault }) => isOurs(JSON.stringify(fault)));
	};
	const kinds = async (repair = false) => (await check(repair)).map(({ fault }) => fault.kind);

	test('finds nothing where nothing is wrong', async () => {
		const number = await shop.build();
		await photo(number);
		await attachDocument(deps(), shop, number);
		const removed = await photo(number);
		await removeAttachment(deps(), shop.ana, removed.id);
		expect(await check()).toEqual([]);
	});

	test('finds a file that is lost, and does not pretend to mend it', async () => {
		const { key, id } = await photo(await shop.build());
		await files.store.remove(key('file'));
		const faults = await check(true);
		expect(faults).toMatchObject([
			{ fault: { kind: 'file_missing', id, key: key('file') }, isRepaired: false }
		]);
		expect(await kinds()).toEqual(['file_missing']);
	});

	test('finds a file of another size', async () => {
		const { key, bytes } = await photo(await shop.build());
		await files.store.put(key('file'), Buffer.from('short'), 'image/jpeg');
		expect(await check(true)).toMatchObject([
			{ fault: { kind: 'file_changed', bytes, found: 5 }, isRepaired: false }
		]);
	});

	test('makes lost thumbnails and copies again', async () => {
		const { key } = await photo(await shop.build());
		await files.store.remove(key('thumbnail'));
		await files.store.remove(key('cleaned'));
		expect(await kinds()).toEqual(['copy_missing', 'copy_missing']);
		expect((await check(true)).every(({ isRepaired }) => isRepaired)).toBe(true);
		expect(await check()).toEqual([]);
		expect(await files.store.size(key('thumbnail'))).toBeGreaterThan(100);
		expect(await files.store.size(key('cleaned'))).toBeGreaterThan(100);
	});

	test('removes objects that nothing refers to, another shop’s that is no more too', async () => {
		const number = await shop.build();
		const { key } = await photo(number);
		const stray = objectKey(shop.ana.shopId, number, 'stray', 'file');
		const nobodys = objectKey('nobody', 1, shop.ana.shopId, 'file');
		for (const one of [stray, nobodys]) await files.store.put(one, Buffer.from('x'), 'image/png');
		const found = (await check()).map(({ fault }) => ('key' in fault ? fault.key : fault.kind));
		expect(found.sort()).toEqual([nobodys, stray].sort());
		await check(true);
		expect(await check()).toEqual([]);
		expect(await files.store.size(stray)).toBeNull();
		expect(await files.store.size(nobodys)).toBeNull();
		expect(await files.store.size(key('file'))).not.toBeNull();
	});

	test('leaves alone what may be on its way', async () => {
		const stray = objectKey(shop.ana.shopId, await shop.build(), 'stray', 'file');
		await files.store.put(stray, Buffer.from('x'), 'image/png');
		expect(await check(true, deps(HOUR / 2))).toEqual([]);
		expect(await files.store.size(stray)).toBe(1);
		await files.store.remove(stray);
	});

	test('puts right what cards say', async () => {
		const number = await shop.build();
		const { id } = await photo(number);
		await shop.sql`
			update jobs set images = 7, documents = 1, cover = null
			where shop_id = ${shop.ana.shopId} and number = ${number}`;
		expect(await check(true)).toMatchObject([
			{
				fault: {
					kind: 'card_wrong',
					number,
					card: { images: 7, cover: null },
					files: { images: 1, cover: { id } }
				},
				isRepaired: true
			}
		]);
		expect(await check()).toEqual([]);
	});

	test('says why something could not be mended, and goes on with the rest', async () => {
		const number = await shop.build();
		const stray = objectKey(shop.ana.shopId, number, 'stray', 'file');
		await files.store.put(stray, Buffer.from('x'), 'image/png');
		await shop.sql`update jobs set images = 7 where shop_id = ${shop.ana.shopId} and number = ${number}`;
		const remove = () => Promise.reject(new Error('The store is read-only'));
		const checked = await check(true, { ...deps(), store: { ...files.store, remove } });
		expect(checked).toHaveLength(2);
		expect(checked).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ isRepaired: false, why: 'The store is read-only' }),
				expect.objectContaining({ isRepaired: true })
			])
		);
		await files.store.remove(stray);
	});

	test('has a sentence for each of them', async () => {
		const number = await shop.build();
		const [lost, changed, copy] = [await photo(number), await photo(number), await photo(number)];
		await files.store.remove(lost.key('file'));
		await files.store.put(changed.key('file'), Buffer.from('short'), 'image/jpeg');
		await files.store.remove(copy.key('thumbnail'));
		await files.store.put(objectKey(shop.ana.shopId, number, 'stray', 'file'), Buffer.from('x'), 'image/png');
		await shop.sql`update jobs set images = 0 where shop_id = ${shop.ana.shopId} and number = ${number}`;
		const sentences = (await check()).map(({ fault }) => faultSentence(fault));
		expect(new Set(sentences).size).toBe(5);
		for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^\n]+\.$/);
		expect((await objectsOfShop(files.store, shop)).length).toBeGreaterThan(0);
	});
});
