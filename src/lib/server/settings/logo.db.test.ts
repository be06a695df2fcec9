import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkStorage } from '#lib/server/attachments/check/check-storage.ts';
import { faultSentence } from '#lib/server/attachments/check/fault.ts';
import { logoKey } from '#lib/server/attachments/object-store.ts';
import type { Deps } from '#lib/server/deps.ts';
import { toAppError } from '#lib/server/http/problem.ts';
import { faultyStore, type FaultyStore } from '#tests/support/faulty-store.ts';
import { animated, bomb, noise, pdf, phonePhoto, PLACE, png } from '#tests/support/pictures.ts';
import { readObject } from '#tests/support/stores.ts';
import { objectsOfShop, STORES, sweepInTheEnd, testStore } from '#tests/support/test-files.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { readLogo } from './read-logo.ts';
import { readSettings } from './read-settings.ts';
import { removeLogo } from './remove-logo.ts';
import { setLogo } from './set-logo.ts';

describe.each(STORES)('[A6] a logo in a %s store', (kind) => {
	const shop = testShop();
	const files = testStore(kind);
	let store: FaultyStore;
	beforeEach(() => {
		store = faultyStore(files.store);
	});
	const deps = (): Deps => ({ ...shop.deps, store });
	const logoOf = async () => (await readSettings(shop.deps, shop.ana)).logo;

	/** After the sweep the store holds the logo that the shop names, and nothing else. */
	async function expectSound(): Promise<void> {
		store.failRemovals(null);
		await sweepInTheEnd(deps());
		const logo = await logoOf();
		const named = logo ? [logoKey(shop.ana.shopId, logo.id)] : [];
		expect(await objectsOfShop(store, shop)).toEqual(named);
		const [left] = await shop.sql`select count(*)::int as count from object_removals`;
		expect(left).toEqual({ count: 0 });
	}

	test('is a small WebP without a word in it, upright and see-through where it was', async () => {
		const { logo } = await setLogo(deps(), shop.ana, await phonePhoto(1200, 800));
		expect(logo).toMatchObject({ width: 128, height: 192 });
		const { body } = await (await readLogo(deps(), shop.ana.shopId)).open();
		const served = Buffer.from(await new Response(body).arrayBuffer());
		expect(served.includes(PLACE) || served.includes('Exif')).toBe(false);
		expect(await sharp(served).metadata()).toMatchObject({ format: 'webp', width: 128, height: 192 });
		const clear = await sharp({
			create: { width: 40, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } }
		})
			.png()
			.toBuffer();
		await setLogo(deps(), shop.ana, clear);
		const key = logoKey(shop.ana.shopId, (await logoOf())!.id);
		expect((await sharp((await readObject(store, key))!).stats()).isOpaque).toBe(false);
		await expectSound();
	});

	test.each([
		['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'attachment.type'],
		['web page', () => Buffer.from('<!doctype html><script>1</script>'), 'attachment.type'],
		['document', () => pdf(), 'logo.type'],
		['moving picture', () => animated('gif'), 'logo.type'],
		['text', () => Buffer.from('logo'), 'logo.type'],
		['file without a byte', () => Buffer.alloc(0), 'attachment.empty'],
		['picture that breaks off', async () => (await png()).subarray(0, 400), 'attachment.damaged'],
		['bomb', () => bomb(), 'attachment.too_many_pixels']
	])('is not a %s', async (_, make, code) => {
		await expect(setLogo(deps(), shop.ana, await make())).rejects.toMatchObject({ code });
		expect(await logoOf()).toBeNull();
		await expectSound();
	});

	test('that is replaced, and then removed, leaves nothing behind', async () => {
		const first = await setLogo(deps(), shop.ana, await png());
		const second = await setLogo(deps(), shop.ana, await noise().webp().toBuffer());
		expect(second).toMatchObject({ version: first.version + 1 });
		expect(second.logo!.id).not.toBe(first.logo!.id);
		await expectSound();
		expect(await removeLogo(deps(), shop.ana)).toMatchObject({ logo: null, version: 4 });
		expect(await removeLogo(deps(), shop.ana)).toMatchObject({ logo: null, version: 4 });
		await expectSound();
		await expect(readLogo(deps(), shop.ana.shopId)).rejects.toMatchObject({ code: 'logo.not_found' });
		const told = await shop.sql`
			select fact from audit_entries where shop_id = ${shop.ana.shopId} order by at, id`;
		expect(told).toHaveLength(3);
		expect(JSON.stringify(told)).toContain('a picture of 120 × 80');
	});

	test.each(['before', 'after'] as const)(
		'is as it was when the store fails %s it has taken one',
		async (fault) => {
			const { logo } = await setLogo(deps(), shop.ana, await png());
			store.failPut(fault);
			const refusal: unknown = await setLogo(deps(), shop.ana, await png()).catch((error: unknown) => error);
			expect(toAppError(refusal)).toMatchObject({ code: 'storage.unavailable' });
			expect(await logoOf()).toEqual(logo);
			await expectSound();
		}
	);

	test('is as it was when saving fails, and the object goes again', async () => {
		await shop.sql`
			alter table audit_entries add constraint refused check (by_name <> 'Ana Ruiz') not valid`;
		await expect(setLogo(deps(), shop.ana, await png())).rejects.toThrow();
		await shop.sql`alter table audit_entries drop constraint refused`;
		expect(await logoOf()).toBeNull();
		await expectSound();
	});

	test('that a sweeper took before it was saved has to be sent again', async () => {
		const swept = {
			...store,
			put: async (...object: Parameters<FaultyStore['put']>) => {
				await store.put(...object);
				await sweepInTheEnd(deps());
			}
		};
		await expect(setLogo({ ...deps(), store: swept }, shop.ana, await png())).rejects.toMatchObject({
			code: 'storage.unavailable'
		});
		await expectSound();
	});

	test('of two that are sent at once is the one, and the other is gone', async () => {
		const [one, other] = [await png(), await png(60, 60)];
		await Promise.all([setLogo(deps(), shop.ana, one), setLogo(deps(), shop.ana, other)]);
		expect(await logoOf()).not.toBeNull();
		await expectSound();
	});

	test('is known to the storage check, which misses one that is lost', async () => {
		const later = () => new Date(Date.now() + 7_200_000).toISOString();
		const { logo } = await setLogo(deps(), shop.ana, await png());
		const key = logoKey(shop.ana.shopId, logo!.id);
		const check = async () =>
			(await checkStorage({ sql: shop.sql, store, now: later }, { repair: true })).faults.filter(
				({ fault }) => JSON.stringify(fault).includes(shop.ana.shopId)
			);
		expect(await check()).toEqual([]);
		await store.remove(key);
		const [fault] = await check();
		expect(fault).toEqual({
			fault: { kind: 'logo_missing', shopId: shop.ana.shopId, key },
			isRepaired: false
		});
		expect(faultSentence(fault!.fault)).toMatch(/^Shop .+ logo .+\.$/);
		await store.put(logoKey(shop.ana.shopId, 'stray'), Buffer.from('x'), 'image/webp');
		await removeLogo(deps(), shop.ana);
		expect((await check()).map(({ fault: { kind } }) => kind)).toEqual(['orphan']);
		await expectSound();
	});
});
