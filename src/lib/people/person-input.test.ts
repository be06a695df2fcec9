import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CreatePersonInput } from './person-input.ts';
import { CreateShopInput } from './shop-input.ts';

const PERSON = {
	shop: 'Gold & Co',
	name: 'Ana',
	email: 'ana@gold.test',
	role: 'jeweler',
	password: 'long enough'
};
const SHOP = {
	name: 'Gold & Co',
	timeZone: 'Europe/Lisbon',
	email: 'ana@gold.test',
	password: 'long enough'
};

function wrongFields(schema: v.GenericSchema, input: unknown): string[] {
	const parsed = v.safeParse(schema, input);
	return parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue) ?? '');
}

describe('[P3] a person', () => {
	test.each([
		['name', ''],
		['name', '   '],
		['name', 'x'.repeat(101)],
		['name', 'Ana\nRuiz'],
		['email', 'ana'],
		['email', 'ana@gold'],
		['email', 'ana ruiz@gold.test'],
		['email', `${'x'.repeat(250)}@gold.test`],
		['role', 'owner'],
		['password', 'too short'],
		['password', 'x'.repeat(1001)],
		['shop', undefined]
	])('with %s %j is refused by that field', (field, value) => {
		expect(wrongFields(CreatePersonInput, { ...PERSON, [field]: value })).toEqual([field]);
	});

	test('is stored under a lower-case e-mail in one Unicode form, and a trimmed name', () => {
		const parsed = v.parse(CreatePersonInput, { ...PERSON, email: ' ANA@Mu\u0308ller.test ', name: ' Ana ' });
		expect(parsed).toMatchObject({ email: 'ana@m\u00fcller.test', name: 'Ana' });
	});
});

describe('[P2] a shop', () => {
	test.each([
		['name', ''],
		['timeZone', 'Mars/Olympus'],
		['timeZone', ''],
		['email', 'nobody'],
		['password', 'short'],
		['adminName', ' ']
	])('with %s %j is refused by that field', (field, value) => {
		expect(wrongFields(CreateShopInput, { ...SHOP, [field]: value })).toContain(field);
	});

	test('without anything names every field that is missing', () => {
		expect(wrongFields(CreateShopInput, {})).toEqual(['name', 'timeZone', 'email', 'password']);
	});
});
