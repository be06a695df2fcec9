import { ROLES } from '#lib/people/actor.ts';
import { hashPassword } from '#lib/server/people/passwords.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import type { ApiClient } from '#tests/contract/api-client.ts';
import { buildDisplay, buildJob, buildPerson, type Person } from '#tests/support/factories.ts';
import type { Random } from '#tests/simulation/random.ts';
import type { KnownIds } from './schema-value.ts';

/** So many that whoever is signed out by chance is missed by nobody. */
const ADMINS = 8;

/** The shop that everything wrong is sent to. */
export interface FuzzedShop {
	/** Gives everybody back what wrong requests may have taken from them, and tells what there is. */
	refresh: () => Promise<KnownIds>;
	/** Somebody's token: an admin's more often than others'. */
	token: (random: Random) => string;
}

export async function fuzzedShop(api: ApiClient): Promise<FuzzedShop> {
	const { sql } = api.database;
	const admins = Array.from({ length: ADMINS }, () => 'admin' as const);
	const people = await Promise.all(
		[...admins, ...ROLES].map((role) => buildPerson(sql, api.ana.shopId, { role, name: role }))
	);
	await sql`update people set password_hash = ${await hashPassword('bench-and-loupe')} where shop_id = ${api.ana.shopId}`;
	for (let made = 0; made < 12; made++) await buildJob(sql, api.ana, { status: made % 2 ? 'IP' : 'QN' });
	let tokens: string[] = [];
	return {
		refresh: async () => {
			tokens = [...(await Promise.all(people.map((person) => sessionOf(api, person))))];
			tokens.push((await buildDisplay(sql, api.ana.shopId)).token);
			return knownIn(api);
		},
		token: (random) => random.pick(random.chance(0.7) ? tokens.slice(0, ADMINS) : tokens)
	};
}

async function sessionOf({ database }: ApiClient, person: Person): Promise<string> {
	await database.sql`update people set active = true, role = ${person.role} where id = ${person.id}`;
	return (await startSession(database, person, 'Fuzz')).token;
}

async function knownIn({ database: { sql }, ana }: ApiClient): Promise<KnownIds> {
	const rows = await sql<{ id: string }[]>`
		(select id from contacts where shop_id = ${ana.shopId} limit 20)
		union all (select id from people where shop_id = ${ana.shopId} limit 20)
		union all (select id from attachments where shop_id = ${ana.shopId} limit 20)
		union all (select id from displays where shop_id = ${ana.shopId} order by paired_at desc limit 5)
		union all (select id from access_links where shop_id = ${ana.shopId} limit 20)
		union all (select id from sessions where shop_id = ${ana.shopId} limit 10)`;
	const jobs = await sql<
		{ number: number }[]
	>`select number from jobs where shop_id = ${ana.shopId} limit 40`;
	return { ids: rows.map(({ id }) => id), numbers: jobs.map(({ number }) => number) };
}
