import { beforeEach, describe, expect, test } from 'vitest';
import type { Statements } from '#lib/server/db/transaction.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { isClose, matches, setCloseness } from './contact-search.ts';
import { listContacts } from './list-contacts.ts';

const shop = testShop();
const MANY = 20_000;

/** Names, numbers and addresses in which every search of this file meets a handful. */
beforeEach(async () => {
	await shop.sql`
		insert into contacts (shop_id, id, name, company, roles, email, phone)
		select ${shop.ana.shopId}, 'c' || i, 'Ana ' || md5(i::text), 'Casa ' || substr(md5((i * 7)::text), 1, 8),
			'{customer}', 'p' || i || '@' || substr(md5((i * 3)::text), 1, 6) || '.test', '+1 212 ' || 1000000 + i
		from generate_series(1, ${MANY}) i`;
	await shop.sql`vacuum analyze contacts`;
});

async function planOf(sql: Statements, condition: ReturnType<typeof matches>): Promise<string> {
	const rows = await sql<{ 'QUERY PLAN': string }[]>`
		explain select id from contacts where shop_id = ${shop.ana.shopId} and archived_at is null and ${condition}`;
	return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('[L3] of 20,000 contacts', () => {
	test('a word is looked up in the index', async () => {
		const plan = await planOf(shop.sql, matches(shop.sql, 'c4ca4'));
		expect(plan).toContain('contacts_by_search');
		expect(plan).not.toContain('Seq Scan');
	});

	test('the digits of a number are looked up in the index', async () => {
		const plan = await planOf(shop.sql, matches(shop.sql, '212 1000 777'));
		expect(plan).toContain('contacts_by_phone');
		expect(plan).not.toContain('Seq Scan');
	});

	test('a typo is looked up in the index', async () => {
		const plan = await shop.sql.begin(async (tx) => {
			await setCloseness(tx);
			return planOf(tx, isClose(tx, 'c4ca4238a0b923820dcc509a6f75849x'));
		});
		expect(plan).toContain('contacts_by_search');
		expect(plan).not.toContain('Seq Scan');
	});

	test('the right one is found in each of these ways', async () => {
		for (const q of ['c4ca4238', '2121000001', 'p1@', 'c4ca4238a0b923820dcc509a6f75849x']) {
			const { contacts } = await listContacts(shop.deps, shop.ana, { q, limit: 200 });
			expect(
				contacts.map(({ id }) => id),
				q
			).toContain('c1');
		}
	});
});
