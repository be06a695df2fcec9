import { connect } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { loadDemoShop } from '#lib/server/demo/load-demo-shop.ts';
import { startSession } from '#lib/server/people/sessions.ts';

/** A database with one shop in it, and sessions of people who may move cards. */
export interface BenchShop {
	databaseUrl: string;
	tokens: string[];
}

/** Nothing here looks at the photos. */
const NO_FILES = { put: () => Promise.resolve() };

/** Migrates an empty database and fills it with the demo shop of so many open jobs, and with sessions. */
export async function openShop(
	databaseUrl: string,
	{ cards, sessions }: { cards: number; sessions: number }
): Promise<BenchShop> {
	await migrate(databaseUrl);
	const { db, sql, close } = connect(databaseUrl);
	try {
		const shop = await loadDemoShop(db, {
			jobs: cards,
			now: new Date(),
			timeZone: 'America/New_York',
			store: NO_FILES
		});
		if (!shop) throw new Error('The database of a run must be empty');
		const movers = shop.people.filter(({ role }) => role === 'admin');
		const started = Array.from({ length: sessions }, (_, index) => {
			const { id } = movers[index % movers.length] ?? {};
			if (!id) throw new Error('The demo shop has nobody who may make every move');
			return startSession({ db, sql }, { shopId: shop.shopId, id }, 'bench');
		});
		const tokens = (await Promise.all(started)).map(({ token }) => token);
		await sql`vacuum analyze`;
		return { databaseUrl, tokens };
	} finally {
		await close();
	}
}
