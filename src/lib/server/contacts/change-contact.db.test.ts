import { beforeEach, describe, expect, test } from 'vitest';
import type { ChangeContactInput } from '#lib/contacts/contact-input.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { createJob } from '#lib/server/jobs/create-job.ts';
import { buildContact, buildPerson } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { archiveContact } from './archive-contact.ts';
import { changeContact } from './change-contact.ts';
import { readContact } from './read-contact.ts';

const shop = testShop();
let id: string;
beforeEach(async () => {
	const phone = '+1 212 555 0114';
	id = await buildContact(shop.sql, shop.ana.shopId, { name: 'Maria', phone, roles: ['customer', 'vendor'] });
});

type Changes = Omit<ChangeContactInput, 'mutationId'>;
const change = (changes: Changes, actor = shop.ana) =>
	changeContact(shop.deps, actor, id, { ...mutation(), ...changes });
const now = () => readContact(shop.deps, shop.ana, id);

describe('[S4] changing a contact', () => {
	test('changes what is named and nothing else', async () => {
		const everything = {
			name: 'Maria Díaz',
			company: 'Casa Azul',
			roles: ['vendor' as const],
			email: 'maria@azul.test',
			phone: null,
			address: '1 Abbey Lane\nYonkers',
			taxExempt: true,
			taxNumber: 'EX-1',
			notes: 'Rings the bell twice'
		};
		expect(await change(everything)).toMatchObject({ ...everything, version: 2, archived: false });
		expect(await change({ phone: '555' })).toEqual({
			...(await now()),
			...everything,
			phone: '555',
			version: 3
		});
	});

	test('into what it is already counts no change', async () => {
		expect(await change({ name: 'Maria', roles: ['customer', 'vendor'] })).toMatchObject({ version: 1 });
	});

	test('with a version merges with what others have saved of other fields', async () => {
		await change({ version: 1, phone: '1' });
		await archiveContact(shop.deps, shop.ana, id, mutation());
		expect(await change({ version: 1, notes: 'x' })).toMatchObject({
			phone: '1',
			notes: 'x',
			archived: true
		});
	});

	test('with a version is refused when others have saved the same field, and tells what it is now', async () => {
		await change({ version: 1, phone: '1' });
		await change({ version: 2, phone: '2' });
		for (const version of [1, 2])
			await expect(change({ version, phone: '3', notes: 'x' })).rejects.toMatchObject({
				code: 'contact.changed',
				facts: { contact: { id, version: 3, phone: '2', notes: null } }
			});
		expect(await now()).toMatchObject({ version: 3, phone: '2', notes: null });
	});

	test('to what somebody else has just made of it is no conflict', async () => {
		await change({ version: 1, phone: '1' });
		expect(await change({ version: 1, phone: '1', notes: 'x' })).toMatchObject({ phone: '1', notes: 'x' });
	});

	test('from a version that nobody has written down is refused as soon as it would change anything', async () => {
		await shop.sql`update contacts set phone = '9', version = 7 where id = ${id}`;
		for (const version of [3, 8])
			await expect(change({ version, phone: '3' })).rejects.toMatchObject({ code: 'contact.changed' });
		expect(await change({ version: 3, phone: '9' })).toMatchObject({ version: 7 });
	});

	test('of two people who save one field at once, exactly one wins and the other hears of it', async () => {
		const both = await Promise.allSettled([
			change({ version: 1, phone: '1' }),
			change({ version: 1, phone: '2' })
		]);
		const [won] = both.filter((one) => one.status === 'fulfilled');
		const [lost] = both.filter((one) => one.status === 'rejected');
		const { phone } = won!.value;
		expect(lost!.reason).toMatchObject({ code: 'contact.changed', facts: { contact: { phone } } });
		expect(await now()).toMatchObject({ version: 2, phone });
	});

	test('of many people who save different fields at once, nobody loses', async () => {
		const fields = { name: 'M', company: 'C', email: 'e@x.test', phone: 'P', address: 'A', notes: 'N' };
		await Promise.all(Object.entries(fields).map(([field, value]) => change({ version: 1, [field]: value })));
		expect(await now()).toMatchObject({ ...fields, version: 7 });
	});

	test.each(['jeweler', 'viewer'] as const)('[W13] is not for a %s', async (role) => {
		const actor = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(change({ notes: 'x' }, actor)).rejects.toMatchObject({ code: 'forbidden' });
		expect(await readContact(shop.deps, actor, id)).toMatchObject({ version: 1 });
	});
});

describe('a change that is sent again', () => {
	test('gets its answer again, and takes back nothing that came after it', async () => {
		const input = { ...mutation(), version: 1, phone: '1' };
		const first = await changeContact(shop.deps, shop.ana, id, input);
		await change({ phone: '2' });
		expect(await changeContact(shop.deps, shop.ana, id, input)).toEqual(first);
		expect(await now()).toMatchObject({ phone: '2', version: 3 });
	});

	test('five times at once is one change', async () => {
		const input = { ...mutation(), phone: '1' };
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => changeContact(shop.deps, shop.ana, id, input))
		);
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		expect(await now()).toMatchObject({ version: 2 });
	});

	test('as another request, by another person or for another contact is refused', async () => {
		const input = { ...mutation(), phone: '1' };
		await changeContact(shop.deps, shop.ana, id, input);
		const reused = { code: 'mutation.reused' };
		const ben = await buildPerson(shop.sql, shop.ana.shopId);
		const other = await buildContact(shop.sql, shop.ana.shopId);
		const { mutationId } = input;
		for (const again of [
			() => changeContact(shop.deps, shop.ana, id, { ...input, phone: '2' }),
			() => changeContact(shop.deps, ben, id, input),
			() => changeContact(shop.deps, shop.ana, other, input),
			() => archiveContact(shop.deps, shop.ana, id, { mutationId })
		])
			await expect(again()).rejects.toMatchObject(reused);
		expect(await now()).toMatchObject({ version: 2, archived: false });
	});

	test('for two contacts at once changes one of them', async () => {
		const other = await buildContact(shop.sql, shop.ana.shopId);
		const input = { ...mutation(), notes: 'x' };
		const both = await Promise.allSettled(
			[id, other].map((contact) => changeContact(shop.deps, shop.ana, contact, input))
		);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const notes = await shop.sql`select notes from contacts where id in (${id}, ${other}) order by notes`;
		expect(notes).toEqual([{ notes: 'x' }, { notes: null }]);
	});

	test('after it was refused is tried again', async () => {
		await change({ phone: '1' });
		const input = { ...mutation(), version: 1, phone: '2' };
		const again = () => changeContact(shop.deps, shop.ana, id, input);
		await expect(again()).rejects.toMatchObject({ code: 'contact.changed' });
		await change({ phone: '2' });
		expect(await again()).toMatchObject({ phone: '2' });
	});
});

test('[S1] [S3] a contact that is changed changes no job that names it', async () => {
	const job = { ...mutation(), type: 'custom' as const, promisedOn: '2026-03-20' };
	const taken = await createJob(shop.deps, shop.ana, { ...job, customerId: id, vendorId: id });
	const { number } = taken.job;
	const before = await readJob(shop.deps, shop.ana, number);
	const changes = await shop.changes();

	await change({ name: 'Mia', company: 'Renamed', phone: '9', taxExempt: true, roles: ['vendor'] });
	await archiveContact(shop.deps, shop.ana, id, mutation());

	expect(await readJob(shop.deps, shop.ana, number)).toEqual(before);
	expect(before).toMatchObject({ customer: 'Maria', vendor: 'Maria', customerSnapshot: { name: 'Maria' } });
	expect(await shop.changes()).toEqual(changes);
});
