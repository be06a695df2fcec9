import { beforeEach, describe, expect, test } from 'vitest';
import { buildContact, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { archiveContact, restoreContact } from './archive-contact.ts';
import { changeContact } from './change-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { listContactJobs } from './list-contact-jobs.ts';
import { readContact } from './read-contact.ts';
import { readContactUse } from './read-contact-use.ts';

const shop = testShop();
let eve: Person;
let id: string;
beforeEach(async () => {
	eve = await buildPerson(shop.sql, await buildShop(shop.sql), { name: 'Eve' });
	id = await buildContact(shop.sql, shop.ana.shopId, { name: 'Castwell', roles: ['vendor'] });
});

describe('[P1] another shop', () => {
	test('has none of this shop’s contacts, by any way in', async () => {
		const { deps } = shop;
		for (const attempt of [
			() => readContact(deps, eve, id),
			() => changeContact(deps, eve, id, { ...mutation(), version: 1, name: 'Mine' }),
			() => archiveContact(deps, eve, id, mutation()),
			() => restoreContact(deps, eve, id, mutation()),
			() => deleteContact(deps, eve, id)
		])
			await expect(attempt()).rejects.toMatchObject({ code: 'contact.not_found' });
		expect(await readContact(deps, shop.ana, id)).toMatchObject({ name: 'Castwell', version: 1 });
	});

	test('sees no job that names them', async () => {
		await shop.build({ status: 'AVQ', vendorId: id });
		expect(await listContactJobs(shop.deps, eve, id)).toEqual({ jobs: [], next: null });
		expect(await readContactUse(shop.deps, eve, id)).toEqual({ jobs: 0, open: 0 });
		expect(await readContactUse(shop.deps, shop.ana, id)).toEqual({ jobs: 1, open: 1 });
	});

	test('does not learn of this shop’s mutations: the same id is its own there', async () => {
		const input = { ...mutation(), notes: 'x' };
		await changeContact(shop.deps, shop.ana, id, input);
		const theirs = await buildContact(shop.sql, eve.shopId);
		expect(await changeContact(shop.deps, eve, theirs, input)).toMatchObject({ id: theirs, notes: 'x' });
	});
});

test('[D3] a display sees no contact and none of its jobs', async () => {
	const wall = { kind: 'display' as const, shopId: shop.ana.shopId, id: 'wall', name: 'Wall' };
	for (const attempt of [
		() => readContact(shop.deps, wall, id),
		() => listContactJobs(shop.deps, wall, id),
		() => readContactUse(shop.deps, wall, id),
		() => changeContact(shop.deps, wall, id, { ...mutation(), name: 'X' }),
		() => deleteContact(shop.deps, wall, id)
	])
		await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
});
