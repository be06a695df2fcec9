import { describe, expect, it } from 'vitest';
import { contactDirectory, type NewContactChoice } from './contact-directory.ts';
import type { Contact } from './contact.ts';
import { NOBODY } from './typed-contact.ts';

interface Asked {
	url: string;
	body?: Record<string, unknown>;
}

/** A directory whose server answers with `answers`, one after the other, and remembers what it was asked. */
function directory(answers: (() => Response)[]) {
	const asked: Asked[] = [];
	let ids = 0;
	const fetch = (url: RequestInfo | URL, init?: RequestInit) => {
		const body = init?.body as string | undefined;
		asked.push({
			url: String(url),
			...(body && { body: JSON.parse(body) as Record<string, unknown> })
		});
		const answer = answers.shift();
		return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'));
	};
	return { asked, ...contactDirectory({ fetch, newMutationId: () => `m${++ids}` }) };
}

const contact = (more: Partial<Contact>): Contact => ({
	...NOBODY,
	id: 'c1',
	version: 1,
	archived: false,
	...more
});
const made = () => Response.json({ contact: contact({ name: 'Zoe', company: 'Park' }) }, { status: 201 });
const refused = () => Response.json({ detail: 'No.', fields: { email: 'None.' } }, { status: 422 });
const draft = (directory: { draft: (label: string) => unknown }, more: Partial<NewContactChoice> = {}) => ({
	...(directory.draft(' Zoe ') as NewContactChoice),
	...more
});

describe('[S4] adding somebody in place', () => {
	it('sends a customer by the name and a vendor by the company, with whatever else was typed', async () => {
		const all = directory([made, made]);
		const customer = draft(all, { reach: '555', more: { company: 'Casa', email: ' ', taxExempt: true } });
		const vendor = draft(all, { reach: 'z@x.test', more: { person: 'Zoe Park', phone: '1' } });
		expect(await all.settle('customer', customer)).toEqual({ ok: true, id: 'c1', label: 'Zoe' });
		expect(await all.settle('vendor', vendor)).toEqual({ ok: true, id: 'c1', label: 'Park' });
		const rest = { address: null, taxNumber: null };
		expect(all.asked.map(({ body }) => body)).toEqual([
			{
				...rest,
				mutationId: 'm1',
				roles: ['customer'],
				name: 'Zoe',
				company: 'Casa',
				phone: '555',
				email: null,
				taxExempt: true
			},
			{
				...rest,
				mutationId: 'm2',
				roles: ['vendor'],
				name: 'Zoe Park',
				company: 'Zoe',
				email: 'z@x.test',
				phone: '1',
				taxExempt: false
			}
		]);
	});

	it('again because no answer came is the same mutation; changed since, it is another', async () => {
		const all = directory([]);
		const zoe = draft(all);
		for (const choice of [zoe, zoe, { ...zoe, reach: '555' }])
			await expect(all.settle('customer', choice)).rejects.toThrow('Failed to fetch');
		expect(all.asked.map(({ body }) => body?.mutationId)).toEqual(['m1', 'm1', 'm2']);
	});

	it('tells what is wrong with each field until the draft is changed', async () => {
		const all = directory([refused]);
		const zoe = draft(all, { more: { email: 'x' } });
		expect(await all.settle('customer', zoe)).toMatchObject({ ok: false, refusal: { detail: 'No.' } });
		expect(all.faultsOf('customer', zoe)).toEqual({ email: 'None.' });
		expect(all.faultsOf('customer', { ...zoe, reach: '1' })).toEqual({});
	});

	it('finds who is reached the same way: those first who can be chosen', async () => {
		const found = [
			contact({ id: 'other', roles: ['customer'], phone: '555 0115' }),
			contact({ id: 'vendor', roles: ['vendor'], phone: '+1 212 555 0114' }),
			contact({ id: 'maria', roles: ['customer'], phone: '212 555 0114' })
		];
		const all = directory([
			() => Response.json({ contacts: found }),
			() => Response.json({ contacts: [found[1]] })
		]);
		const zoe = draft(all, { reach: '212-555-0114' });
		expect(await all.findSame('customer', zoe)).toEqual({ contact: found[2], by: 'phone' });
		expect(await all.findSame('customer', zoe)).toEqual({ contact: found[1], by: 'phone' });
		expect(all.asked[0]?.url).toBe('/api/v1/contacts?q=5550114');
	});
});
