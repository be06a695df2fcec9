import { expect, test } from 'vitest';
import { buildPerson } from '#tests/support/factories.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { homeOf, readPreferences, savePreferences } from './preferences.ts';

const shop = testShop();

test('[L1] who has not left off anywhere begins with the board', async () => {
	expect(await readPreferences(shop.deps, shop.ana)).toEqual({ view: 'board', search: '' });
	expect(await homeOf(shop.deps, shop.ana)).toBe('/work-orders');
});

test('[L1] a view is remembered for one person alone', async () => {
	const ben = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Ben' });
	await savePreferences(shop.deps, ben, { view: 'list', search: '?rush=true' });
	expect(await readPreferences(shop.deps, ben)).toEqual({ view: 'list', search: '?rush=true' });
	expect(await homeOf(shop.deps, ben)).toBe('/work-orders/list');
	expect(await homeOf(shop.deps, shop.ana)).toBe('/work-orders');
});

test('[L1] a display has no preferences to save', async () => {
	const display = { kind: 'display', shopId: shop.ana.shopId, id: shop.ana.id, name: 'Wall' } as const;
	const saving = savePreferences(shop.deps, display, { view: 'list', search: '' });
	await expect(saving).rejects.toMatchObject({ code: 'forbidden' });
	expect(await homeOf(shop.deps, shop.ana)).toBe('/work-orders');
});
