import { describe, expect, test } from 'vitest';
import type { ContactDirectory } from '#lib/contacts/contact-directory.ts';
import { NewJob, type Attach, type Create } from './new-job.svelte.ts';

const TODAY = '2026-11-23';

/** A directory that counts whom it adds. */
function directory(added: string[]): ContactDirectory {
	return {
		find: () => Promise.resolve({ contacts: [], similar: false }),
		findSame: () => Promise.resolve(null),
		findReach: () => Promise.resolve(null),
		faultsOf: () => ({}),
		draft: (label) => ({ kind: 'new', mutationId: 'm1', label, reach: '' }),
		settle: (_role, choice) => {
			if (choice.kind === 'new') added.push(choice.label);
			return Promise.resolve({ ok: true, id: `id of ${choice.label}`, label: choice.label });
		}
	};
}

function begin({
	added = [],
	create,
	attach = () => undefined
}: { added?: string[]; create?: Create; attach?: Attach } = {}) {
	return new NewJob({
		me: 'ana',
		today: TODAY,
		directory: directory(added),
		create: create ?? (() => Promise.resolve({ ok: true, number: 7 })),
		attach
	});
}

describe('a new job', () => {
	test('[J3] names each field that is missing and asks the server nothing', async () => {
		const job = begin({ create: () => Promise.reject(new Error('asked')) });
		const refusal = await job.save();
		expect(Object.keys(refusal?.fields ?? {})).toEqual(['customerId', 'promisedOn']);
	});

	test('[J3] the salesperson is whoever is signed in', () => {
		expect(begin().salespersonId).toBe('ana');
	});

	test('[J6] refuses a promised date in the past, and takes today', () => {
		const job = begin();
		job.promisedOn = '2026-11-22';
		expect(job.check()).toHaveProperty('promisedOn');
		job.promisedOn = TODAY;
		expect(job.check()).not.toHaveProperty('promisedOn');
	});

	test('says whether something is missing or something is wrong', async () => {
		const job = begin();
		expect((await job.save())?.detail).toBe('Something is still missing.');
		job.customer = { kind: 'typed', label: 'Zo' };
		expect((await job.save())?.detail).toBe('Check the marked field.');
	});

	test('a name that was typed but not chosen is told, not dropped', () => {
		const job = begin();
		job.vendor = { kind: 'typed', label: 'Goldha' };
		expect(job.check()).toHaveProperty('vendorId');
	});

	test('a new customer is added once, however often saving fails', async () => {
		const added: string[] = [];
		const sent: string[] = [];
		const create: Create = (input) => {
			sent.push(input.customerId);
			return Promise.resolve({ ok: false, problem: { detail: 'The database does not answer.' } });
		};
		const job = begin({ added, create });
		job.customer = { kind: 'new', mutationId: 'm1', label: 'Zoe Klein', reach: '' };
		job.promisedOn = TODAY;
		job.title = 'Ring';
		await job.save();
		const refusal = await job.save();
		expect(refusal?.detail).toBe('The database does not answer.');
		expect(added).toEqual(['Zoe Klein']);
		expect(sent).toEqual(['id of Zoe Klein', 'id of Zoe Klein']);
		expect(job.title).toBe('Ring');
	});

	test('[A7] its photos are sent once it is saved, and stay while saving fails', async () => {
		const sent: [number, string[]][] = [];
		let isDown = true;
		const job = begin({
			create: () => {
				const down = { ok: false, problem: { detail: 'The database does not answer.' } } as const;
				return Promise.resolve(isDown ? down : { ok: true, number: 12 });
			},
			attach: (number, photos) => sent.push([number, photos.map(({ name }) => name)])
		});
		job.customer = { kind: 'known', id: 'zoe', label: 'Zoe Klein' };
		job.promisedOn = TODAY;
		job.photos.add([new File(['x'], 'ring.jpg', { type: 'image/jpeg' })]);
		await job.save();
		expect(sent).toEqual([]);
		isDown = false;
		await job.save();
		expect(sent).toEqual([[12, ['ring.jpg']]]);
	});
});
