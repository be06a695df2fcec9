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
		expect((await readSession(database, token))?.actor).toMatchObject(actor);
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
	])('with %s is refused in the same words after two verifications', async (_, email, password) => {
		await expect(attempt(email, password)).rejects.toMatchObject({
			code: 'credentials.wrong',
			message: 'The e-mail or the password is not right.'
		});
		expect(argon2.verify).toHaveBeenCalledTimes(2);
	});

	test('is refused to a person who is not active any more, as if there were none', async () => {
		const person = { shop: shopId, name: 'Bo', email: 'bo@gold.test', role: 'viewer', password: PASSWORD };
		const { personId } = await createPerson(database.db, person);
		await database.sql`update people set active = false where id = ${personId}`;
		await expect(attempt('bo@gold.test', PASSWORD)).rejects.toMatchObject({ code: 'credentials.wrong' });
		const hashes = vi.mocked(argon2.verify).mock.calls.map(([hash]) => hash);
		expect(hashes).toEqual([NOBODYS_HASH, NOBODYS_HASH]);
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
		expect(argon2.verify).toHaveBeenCalledTimes(20);
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

describe('[P1] how many shops know an e-mail', () => {
	const addShop = (email: string, name: string, password = PASSWORD) =>
		createShop(database.db, { name, timeZone: 'UTC', email, password });
	const wrong = (email: string) =>
		expect(attempt(email, 'wrong')).rejects.toMatchObject({ code: 'credentials.wrong' });

	test.each([0, 1, 2])('is not told by the time: %i of them cost two verifications', async (known) => {
		for (let index = 0; index < known; index += 1) await addShop(`in${known}@shops.test`, `Shop ${index}`);
		vi.mocked(argon2.verify).mockClear();
		await wrong(`in${known}@shops.test`);
		expect(argon2.verify).toHaveBeenCalledTimes(2);
	});

	test('costs four verifications at most, and the oldest accounts keep opening', async () => {
		const email = 'six@shops.test';
		for (let index = 0; index < 6; index += 1) await addShop(email, `Shop ${index}`, `a password ${index}`);
		vi.mocked(argon2.verify).mockClear();
		await wrong(email);
		expect(argon2.verify).toHaveBeenCalledTimes(4);
		expect((await attempt(email, 'a password 3')).user.shop.name).toBe('Shop 3');
		await expect(attempt(email, 'a password 5')).rejects.toMatchObject({ code: 'credentials.wrong' });
	});

	test('changes nothing for the oldest account, even where the passwords are the same', async () => {
		const email = 'same@shops.test';
		const first = await addShop(email, 'First');
		await addShop(email, 'Second');
		expect((await attempt(email, PASSWORD)).actor.shopId).toBe(first.shopId);
	});
});

describe('[P3] a sign-in on its way', () => {
	const PERSON = { name: 'Di', role: 'jeweler', password: PASSWORD };
	const add = async (email: string) =>
		(await createPerson(database.db, { ...PERSON, shop: shopId, email })).personId;

	/** Lets `change` happen between the verification of the password and the start of the session. */
	function meanwhile(change: () => Promise<unknown>) {
		const real = vi.mocked(argon2.verify).getMockImplementation()!;
		vi.mocked(argon2.verify).mockImplementationOnce(async (...guess) => {
			const right = await real(...guess);
			await change();
			return right;
		});
	}

	test.each([
		['password', (id: string) => database.sql`update people set password_hash = 'new' where id = ${id}`],
		['removal', (id: string) => database.sql`update people set active = false where id = ${id}`]
	])('ends with a %s that overtakes it', async (what, change) => {
		const email = `${what}@late.test`;
		const id = await add(email);
		meanwhile(() => change(id));
		await expect(attempt(email, PASSWORD)).rejects.toMatchObject({ code: 'credentials.wrong' });
		expect(await database.sql`select 1 from sessions where person_id = ${id}`).toHaveLength(0);
	});

	test('waits for a change that is being made', async () => {
		const id = await add('waits@late.test');
		const change = await database.sql.reserve();
		await change`begin`;
		await change`update people set password_hash = 'new' where id = ${id}`;
		const guess = attempt('waits@late.test', PASSWORD).catch((error: unknown) => error);
		await expect
			.poll(() => database.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)
			.toHaveLength(1);
		await change`commit`;
		change.release();
		expect(await guess).toMatchObject({ code: 'credentials.wrong' });
	});
});

test('[P3] a fault that is no outage gives no guess back', async () => {
	const guess = () => attempt('fault@gold.test', 'x', '10.9.251.1');
	for (let count = 0; count < 10; count += 1) {
		vi.mocked(argon2.verify).mockRejectedValueOnce(new Error('out of memory'));
		await expect(guess()).rejects.toThrow('out of memory');
	}
	await expect(guess()).rejects.toMatchObject({ code: 'request.too_many' });
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
