import * as argon2 from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { createPerson } from './create-person.ts';
import { createShop } from './create-shop.ts';
import { HASHING, NOBODYS_HASH } from './passwords.ts';
import { readSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

// The real one, watched: how many passwords are verified is what the clock would tell.
vi.mock('@node-rs/argon2', async (load) => {
	const real = await load<typeof argon2>();
	return { ...real, verify: vi.fn(real.verify) };
});

const PASSWORD = 'a password of Ana’s';
let database: TestDatabase;
let shopId: string;
let address = '';
let addresses = 0;

beforeAll(async () => {
	database = await testDatabase();
	const shop = { name: 'Gold & Co', timeZone: 'UTC', email: 'ana@gold.test', password: PASSWORD };
	({ shopId } = await createShop(database.db, { ...shop, adminName: 'Ana Ruiz' }));
});
afterAll(() => database.close());
beforeEach(() => {
	addresses += 1;
	address = `10.9.${addresses}.1`;
	vi.mocked(argon2.verify).mockClear();
});

function attempt(email: string, password: string, from = address) {
	return signIn(database, { email, password, device: 'Test', address: from });
}

describe('[P3] signing in', () => {
	test('with the right e-mail and password starts a session', async () => {
		const { token, user, actor } = await attempt('ana@gold.test', PASSWORD);
		const shop = { id: shopId, name: 'Gold & Co' };
		expect(user).toMatchObject({ name: 'Ana Ruiz', email: 'ana@gold.test', role: 'admin', shop });
		expect((await readSession(database, token))?.actor).toEqual(actor);
	});

	test('starts another session each time', async () => {
		const first = await attempt('ana@gold.test', PASSWORD);
		const second = await attempt('ana@gold.test', PASSWORD);
		expect(second.token).not.toBe(first.token);
		expect(await readSession(database, first.token)).not.toBeNull();
	});

	test.each([
		['a wrong password', 'ana@gold.test', 'another password'],
		['an unknown e-mail', 'nobody@gold.test', PASSWORD],
		['the password in another case', 'ana@gold.test', PASSWORD.toUpperCase()]
	])('with %s is refused in the same words after one verification', async (_, email, password) => {
		await expect(attempt(email, password)).rejects.toMatchObject({
			code: 'credentials.wrong',
			message: 'The e-mail or the password is not right.'
		});
		expect(argon2.verify).toHaveBeenCalledTimes(1);
	});

	test('is refused to a person who is not active any more, as if there were none', async () => {
		const person = { shop: shopId, name: 'Bo', email: 'bo@gold.test', role: 'viewer', password: PASSWORD };
		const { personId } = await createPerson(database.db, person);
		await database.sql`update people set active = false where id = ${personId}`;
		await expect(attempt('bo@gold.test', PASSWORD)).rejects.toMatchObject({ code: 'credentials.wrong' });
		expect(argon2.verify).toHaveBeenCalledTimes(1);
		expect(vi.mocked(argon2.verify).mock.calls[0]?.[0]).toBe(NOBODYS_HASH);
	});

	test('costs as much for nobody as for somebody', async () => {
		const cost = `m=${HASHING.memoryCost},t=${HASHING.timeCost},p=${HASHING.parallelism}`;
		const [ana] = await database.sql`select password_hash from people where email = 'ana@gold.test'`;
		for (const hash of [NOBODYS_HASH, ana!.password_hash as string]) {
			expect(hash).toContain(`$argon2id$v=19$${cost}$`);
		}
	});
});

describe('[P3] guessing', () => {
	test('ends in 429 after ten failures, even with the right password', async () => {
		for (let count = 0; count < 10; count += 1) {
			await expect(attempt('ana@gold.test', 'wrong')).rejects.toMatchObject({ code: 'credentials.wrong' });
		}
		await expect(attempt('ana@gold.test', PASSWORD)).rejects.toMatchObject({
			code: 'request.too_many',
			facts: { retryAfter: expect.any(Number) }
		});
		await expect(attempt('ana@gold.test', PASSWORD, '10.9.250.1')).resolves.toBeDefined();
	});

	test('all at once verifies ten guesses and no more', async () => {
		const guesses = Array.from({ length: 25 }, () => attempt('gus@gold.test', 'wrong'));
		const codes = (await Promise.allSettled(guesses)).map((one) => 'reason' in one && one.reason.code);
		expect(codes.filter((code) => code === 'credentials.wrong')).toHaveLength(10);
		expect(codes.filter((code) => code === 'request.too_many')).toHaveLength(15);
		expect(argon2.verify).toHaveBeenCalledTimes(10);
	});

	test('is not what twenty-five terminals do that sign in together', async () => {
		const signIns = Array.from({ length: 25 }, () => attempt('ana@gold.test', PASSWORD));
		const tokens = (await Promise.all(signIns)).map(({ token }) => token);
		expect(new Set(tokens).size).toBe(25);
	});
});

describe('[P1] one e-mail in two shops', () => {
	test('the password decides which shop opens', async () => {
		const owner = {
			name: 'Silver',
			timeZone: 'UTC',
			email: 'two@shops.test',
			password: 'the silver password'
		};
		const silver = await createShop(database.db, owner);
		const gold = { shop: shopId, name: 'Two', email: 'two@shops.test', role: 'jeweler' };
		await createPerson(database.db, { ...gold, password: 'the golden password' });
		expect((await attempt('two@shops.test', 'the silver password')).actor.shopId).toBe(silver.shopId);
		expect((await attempt('two@shops.test', 'the golden password')).actor.shopId).toBe(shopId);
		await expect(attempt('two@shops.test', PASSWORD)).rejects.toMatchObject({ code: 'credentials.wrong' });
	});
});

test('[P3] an outage costs nobody a guess', async () => {
	const gone = await testDatabase();
	await gone.close();
	const stores = { db: gone.db, sql: gone.sql };
	for (let count = 0; count < 12; count += 1) {
		const guess = signIn(stores, { email: 'ana@gold.test', password: PASSWORD, device: 'Test', address });
		await expect(guess).rejects.not.toMatchObject({ code: 'request.too_many' });
	}
	await expect(attempt('ana@gold.test', PASSWORD)).resolves.toBeDefined();
});
