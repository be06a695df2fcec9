import { beforeEach, describe, expect, test } from 'vitest';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { listJobs } from '#lib/server/jobs/list-jobs.ts';
import { buildContact, buildJob, buildPerson, buildShop, type JobParts } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';

const shop = testShop();
const find = async (q: string, more: object = {}) =>
	(await listJobs(shop.deps, shop.ana, { q, limit: 50, ...more })).jobs.map(({ number }) => number);
const build = (title: string, columns: JobParts['columns'] = {}) => shop.build({ title, columns });

let sapphire: number;
let signet: number;
beforeEach(async () => {
	sapphire = await build('Sapphire ring, 18k', {
		customer_name: 'Inés Díaz',
		customer_company: 'Golden & Sons',
		customer_phone: '+44 (0)20 7946 0018',
		notes: 'Brings her grandmother’s opal on Friday'
	});
	signet = await build('Signet', { customer_name: 'Bo Smith-Jones', customer_phone: '020 7946 0555' });
});

describe('[L3] a search finds', () => {
	test.each([
		['its number', () => String(sapphire)],
		['its number with zeros', () => `00000${sapphire}`],
		['its number as it is written', () => `#00000${sapphire}`],
		['the customer', () => 'Díaz'],
		['the customer without accents', () => 'ines diaz'],
		['the customer with another accent', () => 'DÍÁZ'],
		['the company', () => 'golden'],
		['a word of the title that is only begun', () => 'sapp'],
		['the end of a word', () => 'phire'],
		['words in any order', () => 'ring sapphire diaz'],
		['the notes', () => 'grandmother opal'],
		['a word and the beginning of the next', () => '18k ri'],
		['the number among words', () => `diaz ${sapphire}`]
	])('%s', async (_, q) => {
		expect(await find(q())).toContain(sapphire);
		expect(await find(q())).toHaveLength(1);
	});

	test.each(['7946 0018', '79460018', '+44 20 7946 00', '+44 (0)20 7946 0018', '0018', '00442079460018'])(
		'the digits of a phone number: %s',
		async (q) => {
			expect(await find(q)).toEqual([sapphire]);
		}
	);

	test('a phone number with the country or without', async () => {
		expect(await find('020 7946 0555')).toEqual([signet]);
		await shop.sql`update jobs set customer_phone = '+44 20 7946 0555' where number = ${signet}`;
		expect(await find('020 7946 0555')).toEqual([signet]);
	});

	test('the vendor who was named with a move', async () => {
		const vendorId = await buildContact(shop.sql, shop.ana.shopId, { name: 'Castwell', roles: ['vendor'] });
		expect(await find('castwell')).toEqual([]);
		const move = { ...mutation(), from: 'QN', to: 'AVQ', vendorId } as const;
		await moveJob(shop.deps, shop.ana, signet, move);
		expect(await find('castwell')).toEqual([signet]);
	});

	test('closed jobs too', async () => {
		await shop.sql`update jobs set closed_at = now(), outcome = 'picked_up' where number = ${signet}`;
		expect(await find('signet')).toEqual([signet]);
	});

	test('what a job has become, and not what it was', async () => {
		await shop.sql`update jobs set title = 'Pendant', customer_name = 'Łucja' where number = ${signet}`;
		expect(await find('pendant')).toEqual([signet]);
		expect(await find('signet smith')).toEqual([]);
	});
});

describe('[L3] typing mistakes', () => {
	test.each([
		['a letter too few', 'saphire'],
		['a letter too many', 'sapphiire'],
		['another letter', 'sapphira'],
		['two letters that changed places', 'sapphrie'],
		['the same in a short word', 'rign'],
		['in a word that is only begun', 'saphi'],
		['in several words', 'sapphir rign daiz'],
		['in the notes', 'grandmothr'],
		['in a long word, two of them', 'granmothr']
	])('%s', async (_, q) => {
		expect(await find(q)).toEqual([sapphire]);
	});

	test('are not looked for where a word begins as it was typed', async () => {
		const king = await build('Kings');
		expect(await find('king')).toEqual([king]);
		expect(await find('ring')).toEqual([sapphire]);
	});

	test('do not make a word of everything', async () => {
		for (const q of ['xyzzy', 'sapphire bracelet', '987654', 'rmbqt']) expect(await find(q)).toEqual([]);
	});
});

describe('[L3] the best match comes first', () => {
	test('the number, numbers that begin like it, then everything else', async () => {
		const numbers: number[] = [];
		for (let i = 0; i < 9; i++) numbers.push(await build('Band'));
		const [other] = [await build(`Ref ${signet}`)];
		expect((await find(String(signet)))[0]).toBe(signet);
		expect(await find(String(signet))).toContain(other);
		expect((await find('1')).slice(0, 3)).toEqual([1, 12, 11]);
	});

	test('whole words of the card, words that begin there, the notes, the middle of words', async () => {
		const notes = await build('Bangle', { notes: 'Rose gold' });
		const inside = await build('Primrose brooch');
		const begins = await build('Rosewood box');
		const older = await build('Rose pendant');
		const newer = await build('Pendant, rose');
		expect(await find('rose')).toEqual([newer, older, begins, notes, inside]);
	});

	test('or another order, when one is asked for', async () => {
		const jobs = [await build('Rosewood box'), await build('Rose pendant')];
		expect(await find('rose', { sort: 'number' })).toEqual(jobs);
	});
});

describe('[L3] what is typed is only text', () => {
	test.each([
		'%',
		'_',
		'sapp%re',
		'r_ng',
		"'",
		'\\',
		"ring' | 'x",
		':*',
		'!ring & (',
		'<->',
		'#',
		'()',
		'\u{1f48d}'
	])('%s', async (q) => {
		expect(await find(q)).toEqual(/[a-z]{4}/.test(q) ? await find(q.replace(/[^a-z]+/g, ' ')) : []);
	});

	test('however long it is', async () => {
		expect(await find(`${'sapphire '.repeat(20)}ring`)).toEqual([sapphire]);
		expect(await find('x'.repeat(200))).toEqual([]);
	});
});

describe('[P1] a search never finds', () => {
	test('another shop’s jobs, nor words that only they have', async () => {
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		await buildJob(shop.sql, eve, {
			title: 'Sapphire tiara',
			columns: { customer_phone: '+44 20 7946 0018' }
		});
		expect(await find('sapphire')).toEqual([sapphire]);
		expect(await find('7946 0018')).toEqual([sapphire]);
		for (const q of ['tiara', 'tiarra']) expect(await find(q)).toEqual([]);
		const { jobs } = await listJobs(shop.deps, eve, { q: 'signet', limit: 50 });
		expect(jobs).toEqual([]);
	});

	test('[D3] anything for a display, which would find what the notes say', async () => {
		const display = { kind: 'display', shopId: shop.ana.shopId, id: 'wall', name: 'Wall' } as const;
		const asked = listJobs(shop.deps, display, { q: 'opal', limit: 50 });
		await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
	});
});
