import { describe, expect, it } from 'vitest';
import { reachQueries, sameReach } from './same-reach.ts';

const maria = { phone: '+1 (212) 555-0114', email: 'Maria@Mail.test' };

describe('somebody who is reached the same way', () => {
	for (const phone of ['+1 212 555 0114', '212.555.0114', '12125550114', '5550114'])
		it(`has the number ${phone}`, () => {
			expect(sameReach(maria, { phone })).toBe('phone');
		});

	for (const phone of ['', null, '0114', '555 0115', '+44 212 555 0114'])
		it(`has not the number ${phone}`, () => {
			expect(sameReach(maria, { phone })).toBeNull();
		});

	it('has the e-mail address, in whatever case', () => {
		expect(sameReach(maria, { email: ' maria@mail.TEST ' })).toBe('email');
		expect(sameReach(maria, { email: 'maria@mail.tes' })).toBeNull();
		expect(sameReach({ phone: null, email: null }, { phone: '', email: '' })).toBeNull();
	});

	it('is searched for by the end of the number, and only once there is enough to search for', () => {
		expect(reachQueries({ phone: '+1 212 555 0114', email: 'm@x.test' })).toEqual(['5550114', 'm@x.test']);
		expect(reachQueries({ phone: '555 01', email: 'm@x' })).toEqual([]);
		expect(reachQueries({})).toEqual([]);
	});
});
