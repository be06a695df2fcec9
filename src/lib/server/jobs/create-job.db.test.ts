import { beforeEach, describe, expect, test } from 'vitest';
import type { CreateJobInput } from '#lib/jobs/job-input.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { buildContact, buildPerson, buildShop } from '#tests/support/factories.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { createJob } from './create-job.ts';
import { readHistory } from './read-history.ts';
import { readJob } from './read-job.ts';

const shop = testShop();
let customerId: string;
beforeEach(async () => {
	customerId = await buildContact(shop.sql, shop.ana.shopId, { name: 'Maria', phone: '+1 555 0100' });
});

const input = (more: Partial<CreateJobInput> = {}): CreateJobInput => ({
	...mutation(),
	type: 'custom',
	customerId,
	promisedOn: '2026-03-20',
	...more
});
const create = (more?: Partial<CreateJobInput>, actor = shop.ana) => createJob(shop.deps, actor, input(more));
const wrong = (...names: string[]) => ({
	code: 'input.invalid',
	facts: { fields: Object.fromEntries(names.map((name) => [name, expect.any(String) as string])) }
});

describe('taking a job in', () => {
	test('[J3, W12] enters on top of Quote needed, with the person signed in as its salesperson', async () => {
		const below = await shop.build({ status: 'QN' });
		const { version, job } = await create({ title: ' Signet ring ', spec: { metal: '18k', size: '' } });
		expect(job).toMatchObject({
			status: 'QN',
			title: ' Signet ring ',
			salesperson: { id: shop.ana.id, name: 'Ana Ruiz', initials: 'AR' },
			spec: { metal: '18k' },
			statusSince: NOW,
			closing: null
		});
		expect(await readJob(shop.deps, shop.ana, job.number)).toEqual(job);
		const { cards } = await readBoard(shop.deps, shop.ana);
		expect(cards.map(({ number }) => number)).toEqual([job.number, below]);
		expect(await shop.changes()).toEqual([
			expect.objectContaining({ version, kind: 'created', number: job.number, set: cards[0] })
		]);
		expect(await readHistory(shop.deps, shop.ana, job.number)).toMatchObject([
			{ fact: { kind: 'created', status: 'QN' } }
		]);
	});

	test('[S1, S3] copies customer and vendor; editing the contacts later changes no saved job', async () => {
		const vendorId = await buildContact(shop.sql, shop.ana.shopId, {
			name: 'Carl',
			company: 'Castwell',
			roles: ['vendor']
		});
		const { job } = await create({ vendorId });
		await shop.sql`update contacts set name = 'X', company = 'Y', phone = '0', email = 'x@y.test', tax_exempt = true`;
		expect(await readJob(shop.deps, shop.ana, job.number)).toMatchObject({
			customer: 'Maria',
			vendor: 'Castwell',
			customerSnapshot: { name: 'Maria', company: null, phone: '+1 555 0100', email: null, taxExempt: false }
		});
	});

	test('[J6] refuses a promised date that has passed where the shop is', async () => {
		const shopId = await buildShop(shop.sql, { timeZone: 'Pacific/Auckland' });
		const kiri = await buildPerson(shop.sql, shopId);
		const customerId = await buildContact(shop.sql, shopId);
		shop.clock.set('2026-03-02T12:00:00.000Z');
		await expect(create({ customerId, promisedOn: '2026-03-02' }, kiri)).rejects.toMatchObject(
			wrong('promisedOn')
		);
		expect((await create({ customerId, promisedOn: '2026-03-03' }, kiri)).job.promisedOn).toBe('2026-03-03');
		expect((await create({ promisedOn: '2026-03-02' })).job.promisedOn).toBe('2026-03-02');
	});

	test('[J3] names every wrong field, and writes nothing', async () => {
		const gone = await buildPerson(shop.sql, shop.ana.shopId, { active: false });
		const vendorOnly = await buildContact(shop.sql, shop.ana.shopId, { roles: ['vendor'] });
		const refused = create({
			customerId: vendorOnly,
			vendorId: customerId,
			salespersonId: gone.id,
			jewelerId: 'nobody',
			promisedOn: '2026-03-01'
		});
		await expect(refused).rejects.toMatchObject(
			wrong('customerId', 'vendorId', 'salespersonId', 'jewelerId', 'promisedOn')
		);
		expect(await shop.changes()).toEqual([]);
	});

	test('[S4] refuses an archived customer', async () => {
		const archived = await buildContact(shop.sql, shop.ana.shopId, { archived: true });
		await expect(create({ customerId: archived })).rejects.toMatchObject(wrong('customerId'));
	});

	test.each(['jeweler', 'viewer'] as const)('[W13] is not for a %s', async (role) => {
		const person = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(create({}, person)).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('[W13] a jeweler sees the job without its prices', async () => {
		const { job } = await create({ budgetCents: 250_000, declaredValueCents: 400_000 });
		const bench = await buildPerson(shop.sql, shop.ana.shopId, { role: 'jeweler' });
		expect(job).toMatchObject({ budgetCents: 250_000, declaredValueCents: 400_000 });
		const seen = await readJob(shop.deps, bench, job.number);
		expect(seen).not.toHaveProperty('budgetCents');
		expect(seen).not.toHaveProperty('declaredValueCents');
	});
});

describe('[J2] numbers', () => {
	test('have no gaps and no duplicates under concurrency, refused and failing creations included', async () => {
		const fails = () => create({ title: 'x', customerId: 'nobody' }).catch(() => null);
		const breaks = () => create({ title: 'bad\u0000' }).catch(() => null);
		await Promise.all(Array.from({ length: 12 }, () => [create(), fails(), breaks()]).flat());
		const rows = await shop.sql<{ number: number }[]>`
			select number from jobs where shop_id = ${shop.ana.shopId} order by number`;
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
		expect((await shop.changes()).map(({ version }) => version)).toEqual(
			Array.from({ length: 12 }, (_, i) => i + 2)
		);
	});

	test('count from 1 in each shop', async () => {
		await create();
		const ben = await buildPerson(shop.sql, await buildShop(shop.sql));
		const { job } = await create({ customerId: await buildContact(shop.sql, ben.shopId) }, ben);
		expect(job.number).toBe(1);
	});
});
