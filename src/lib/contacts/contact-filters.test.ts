import { describe, expect, it } from 'vitest';
import { contactFiltersIn, contactsAddress, listQuery } from './contact-filters.ts';

const read = (address: string) => contactFiltersIn(new URL(address, 'http://shop.test').searchParams);

describe('[L1] the address of the list', () => {
	const filters = [
		{ q: '', role: null, archived: false },
		{ q: 'díaz & söhne', role: 'vendor' as const, archived: false },
		{ q: '', role: 'customer' as const, archived: true }
	];
	for (const one of filters)
		it(`says ${JSON.stringify(one)} and is read back`, () => {
			expect(read(contactsAddress(one, 'c1'))).toEqual(one);
		});

	it('is short when it says nothing', () => {
		expect(contactsAddress({ q: '', role: null, archived: false })).toBe('/contacts');
	});

	it('filters nothing by what means nothing there', () => {
		expect(read('/contacts?role=king&q=%20&x=1')).toEqual({ q: '', role: null, archived: false });
	});

	it('asks the list for the same', () => {
		const filters = { q: 'a', role: 'vendor' as const, archived: true };
		expect(listQuery(filters, 'c1')).toEqual({ q: 'a', role: 'vendor', archived: 'true', cursor: 'c1' });
		expect(listQuery({ q: '', role: null, archived: false }, null)).toEqual({ q: '' });
	});
});
