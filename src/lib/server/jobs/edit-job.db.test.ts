import { describe, expect, test } from 'vitest';
import type { EditJobInput } from '#lib/jobs/edit-input.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { buildContact, buildPerson, buildShop, FIRST_VERSION } from '#tests/support/factories.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { closeJob } from './close-job.ts';
import { editJob } from './edit-job.ts';
import { moveJob } from './move-job.ts';
import { undoMove } from './undo-move.ts';

const shop = testShop();

type Fields = Omit<EditJobInput, 'mutationId' | 'version'>;
const edit = (number: number, fields: Fields, version = FIRST_VERSION, by = shop.ana) =>
	editJob(shop.deps, by, number, { ...mutation(), version, ...fields });
const read = (number: number) => readJob(shop.deps, shop.ana, number);
const contact = (parts: Parameters<typeof buildContact>[2]) => buildContact(shop.sql, shop.ana.shopId, parts);
const person = (parts: Parameters<typeof buildPerson>[2]) => buildPerson(shop.sql, shop.ana.shopId, parts);

describe('[J7] an edit', () => {
	test('of every field is saved, answered, and told with what stood there before', async () => {
		const number = await shop.build();
		const pavel = await contact({ name: 'Pavel Novak' });
		const castwell = await contact({ name: 'Ines', company: 'Castwell', roles: ['vendor'] });
		const ben = await person({ name: 'Ben Okafor', role: 'salesperson' });
		const mia = await person({ name: 'Mia Sato', role: 'jeweler' });
		const fields = {
			type: 'repair',
			customerId: pavel,
			vendorId: castwell,
			salespersonId: ben.id,
			jewelerId: mia.id,
			promisedOn: '2026-05-01',
			title: 'Signet ring',
			location: 'Safe',
			rush: true,
			notes: 'Call first',
			budgetCents: 120_000,
			declaredValueCents: 95_000,
			spec: { metal: 'Gold', fineness: '750', centerStone: 'Sapphire' }
		} as const;
		const { version, job } = await edit(number, fields);
		expect(await read(number)).toEqual(job);
		expect(job).toMatchObject({
			version,
			type: 'repair',
			customer: 'Pavel Novak',
			customerSnapshot: { name: 'Pavel Novak' },
			vendor: 'Castwell',
			salesperson: { name: 'Ben Okafor', initials: 'BO' },
			jeweler: { name: 'Mia Sato' },
			title: 'Signet ring',
			rush: true,
			spec: { metal: 'Gold', fineness: '750', centerStone: 'Sapphire' }
		});
		const [change] = await shop.changes();
		expect(change).toMatchObject({
			version,
			kind: 'edited',
			set: { version, customer: 'Pavel Novak', vendor: 'Castwell' }
		});
		expect(JSON.stringify(change)).not.toMatch(/Call first|120000|Gold/);
		const [entry] = await readHistory(shop.deps, shop.ana, number);
		expect(entry).toMatchObject({ by: { name: 'Ana Ruiz' }, fact: { kind: 'edited', fromContact: false } });
		expect(entry?.fact).toMatchObject({
			changes: expect.arrayContaining([
				{ field: 'customerId', before: 'Maria Gonzalez', after: 'Pavel Novak' },
				{ field: 'promisedOn', before: '2026-12-24', after: '2026-05-01' },
				{ field: 'metal', before: null, after: 'Gold' }
			]) as unknown
		});
	});

	test('that changes nothing leaves no entry and no version', async () => {
		const number = await shop.build({ title: 'Ring' });
		const { version } = await edit(number, { title: 'Ring', rush: false, notes: '' });
		expect([version, await shop.changes()]).toEqual([FIRST_VERSION, []]);
	});

	test('clears what is emptied', async () => {
		const number = await shop.build({ title: 'Ring' });
		const first = await edit(number, { spec: { metal: 'Gold', size: '54' } });
		const { job } = await edit(number, { title: '', spec: { metal: '' } }, first.version);
		expect([job.title, job.spec]).toEqual([null, { size: '54' }]);
	});

	test('sent twice is one edit with one answer', async () => {
		const number = await shop.build();
		const input = { ...mutation(), version: FIRST_VERSION, title: 'Ring' };
		const answers = [
			await editJob(shop.deps, shop.ana, number, input),
			await editJob(shop.deps, shop.ana, number, input)
		];
		expect(answers[1]).toEqual(answers[0]);
		expect(await shop.changes()).toHaveLength(1);
	});

	test('[W13] sent again by somebody whose role has changed answers no prices any more', async () => {
		const number = await shop.build();
		const input = { ...mutation(), version: FIRST_VERSION, budgetCents: 120_000 };
		await editJob(shop.deps, shop.ana, number, input);
		const { job } = await editJob(shop.deps, { ...shop.ana, role: 'jeweler' }, number, input);
		expect('budgetCents' in job).toBe(false);
	});

	test('merges with an undone move that named no vendor', async () => {
		const number = await shop.build();
		const vendorId = await contact({ name: 'Castwell', roles: ['vendor'] });
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR' });
		await undoMove(shop.deps, shop.ana, number, mutation());
		expect((await edit(number, { vendorId })).job.vendor).toBe('Castwell');
	});

	test('of a promised date may lie in the past, and is in the history (J6)', async () => {
		const number = await shop.build();
		await edit(number, { promisedOn: '2026-03-01' });
		expect((await read(number)).promisedOn).toBe('2026-03-01');
	});
});

describe('[J7] a stale edit', () => {
	test('of another field merges', async () => {
		const number = await shop.build();
		await edit(number, { title: 'Ring', spec: { metal: 'Gold' } });
		const { job } = await edit(number, { location: 'Safe', spec: { size: '54' } });
		expect(job).toMatchObject({ title: 'Ring', location: 'Safe', spec: { metal: 'Gold', size: '54' } });
	});

	test('of the same field is refused, and shows the job and who was faster', async () => {
		const number = await shop.build();
		const ben = await person({ name: 'Ben Okafor' });
		await edit(number, { title: 'Ring' }, FIRST_VERSION, ben);
		const refused = edit(number, { title: 'Band', location: 'Safe' });
		await expect(refused).rejects.toMatchObject({
			code: 'edit.conflict',
			facts: { conflicts: [{ field: 'title', by: 'Ben Okafor', at: NOW }], job: { title: 'Ring' } }
		});
		expect((await read(number)).location).toBeNull();
	});

	test('that wants the same as the other has nothing to quarrel about', async () => {
		const number = await shop.build();
		await edit(number, { title: 'Ring' });
		await edit(number, { title: 'Ring' });
		expect(await shop.changes()).toHaveLength(1);
	});

	test('merges with a move, unless the move named the vendor', async () => {
		const number = await shop.build();
		const vendor = await contact({ name: 'Castwell', roles: ['vendor'] });
		const other = await contact({ name: 'Other', roles: ['vendor'] });
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'AVQ', vendorId: vendor });
		await edit(number, { title: 'Ring' });
		await expect(edit(number, { vendorId: other })).rejects.toMatchObject({ code: 'edit.conflict' });
	});

	test('of two at the same moment lets one win, and loses nothing', async () => {
		const number = await shop.build();
		const results = await Promise.allSettled(
			['Ring', 'Band', 'Bangle'].map((title) => edit(number, { title }))
		);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await shop.changes()).toHaveLength(1);
	});
});

describe('an edit is refused', () => {
	test('[W13] to a viewer, and to a jeweler where the bench has no say', async () => {
		const number = await shop.build();
		const viewer = await person({ role: 'viewer' });
		const jeweler = await person({ role: 'jeweler' });
		const refused = { code: 'forbidden' };
		await expect(edit(number, { title: 'X' }, 1, viewer)).rejects.toMatchObject(refused);
		await expect(edit(number, { title: 'X' }, 1, jeweler)).rejects.toMatchObject(refused);
		await expect(edit(number, { budgetCents: 1 }, 1, jeweler)).rejects.toMatchObject(refused);
		const { job } = await edit(number, { location: 'Bench', spec: { size: '54' } }, 1, jeweler);
		expect([job.location, 'budgetCents' in job]).toEqual(['Bench', false]);
	});

	test('[W13] and prices are not told in the history to those who may not see them', async () => {
		const number = await shop.build();
		await edit(number, { budgetCents: 120_000 });
		const jeweler = await person({ role: 'jeweler' });
		const told = await readHistory(shop.deps, jeweler, number);
		expect(told).toHaveLength(1);
		expect(JSON.stringify(told)).not.toContain('120000');
	});

	test('[W10] of a closed job', async () => {
		const number = await shop.build();
		await closeJob(shop.deps, shop.ana, number, { ...mutation(), outcome: 'cancelled', reason: 'No' });
		await expect(edit(number, { title: 'X' }, 2)).rejects.toMatchObject({ code: 'job.closed' });
	});

	test.each([
		['a customer', 'customerId', { roles: ['customer'] }],
		['a vendor', 'vendorId', { roles: ['vendor'] }]
	] as const)('[P1] %s of another shop, archived, or of the other kind', async (_, field, parts) => {
		const number = await shop.build();
		const roles = [...parts.roles];
		const foreign = await buildContact(shop.sql, await buildShop(shop.sql), { roles });
		const archived = await contact({ roles, archived: true });
		const wrongKind = await contact({ roles: field === 'vendorId' ? ['customer'] : ['vendor'] });
		for (const id of [foreign, archived, wrongKind, 'nobody'])
			await expect(edit(number, { [field]: id })).rejects.toMatchObject({
				code: 'input.invalid',
				facts: { fields: { [field]: expect.any(String) as string } }
			});
		expect(await shop.changes()).toEqual([]);
	});

	test.each(['salespersonId', 'jewelerId'])('[P1] %s of another shop, or who has left', async (field) => {
		const number = await shop.build();
		const foreign = await buildPerson(shop.sql, await buildShop(shop.sql));
		const gone = await person({ active: false });
		for (const { id } of [foreign, gone])
			await expect(edit(number, { [field]: id })).rejects.toMatchObject({
				facts: { fields: { [field]: expect.any(String) as string } }
			});
	});

	test('[P1] of another shop’s job', async () => {
		const number = await shop.build();
		const stranger = await buildPerson(shop.sql, await buildShop(shop.sql));
		await expect(edit(number, { title: 'X' }, 1, stranger)).rejects.toMatchObject({ code: 'job.not_found' });
	});

	test('[W5] that takes the vendor off a job which waits for their quote', async () => {
		const number = await shop.build({ status: 'AVQ' });
		await expect(edit(number, { vendorId: null })).rejects.toMatchObject({ code: 'input.invalid' });
	});

	test('with a version that is still to come', async () => {
		const number = await shop.build();
		await expect(edit(number, { title: 'X' }, 99)).rejects.toMatchObject({ code: 'input.invalid' });
	});
});

test('[J7] whoever has left stays on the job while something else is changed', async () => {
	const number = await shop.build();
	await shop.sql`update people set active = false where id = ${shop.ana.id}`;
	await shop.sql`update contacts set archived_at = now() where shop_id = ${shop.ana.shopId}`;
	const { salesperson, customerId } = await read(number);
	const { job } = await edit(number, { title: 'Ring', salespersonId: salesperson.id, customerId });
	expect([job.title, job.salesperson.id]).toEqual(['Ring', salesperson.id]);
});

test('[S3] the vendor is copied when set; a new name of theirs changes no job, saving again neither', async () => {
	const number = await shop.build();
	const vendor = await contact({ name: 'Ines', company: 'Castwell', roles: ['vendor'] });
	const { version } = await edit(number, { vendorId: vendor });
	await shop.sql`update contacts set company = 'Renamed' where id = ${vendor}`;
	await edit(number, { title: 'Ring', vendorId: vendor }, version);
	expect((await read(number)).vendor).toBe('Castwell');
});

test('[C1] a move that waits for an edit of the people sees them as they are then', async () => {
	const [ben, mia] = [await person({ name: 'Ben Okafor' }), await person({ name: 'Mia Sato' })];
	for (let round = 0; round < 10; round++) {
		const number = await shop.build({ status: 'QN' });
		const [edited, moved] = await Promise.all([
			edit(number, { salespersonId: ben.id, jewelerId: mia.id }),
			moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR' })
		]);
		const last = edited.version > moved.version ? edited.job : moved.card;
		expect([last.salesperson.name, last.jeweler?.name]).toEqual(['Ben Okafor', 'Mia Sato']);
	}
});
