import { connect } from '#lib/server/db/client.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readDashboard } from '#lib/server/dashboard/read-dashboard.ts';
import type { Product } from '#tests/bench/product/product.ts';
import { explaining } from '#tests/support/explain.ts';

export interface DashboardMeasurements {
	/** Milliseconds of requests at the client, and of requests that do nothing. */
	samples: number[];
	nothing: number[];
	bytes: number;
	/** What PostgreSQL does for the statements that read the log. */
	plans: { statement: string; plan: string }[];
}

const ROUNDS = 40;
const PLANNED = ['with recursive halving', 'with logged as', 'with gone as'];

/** P4: measures the history of a running product's shop. */
export async function measureDashboard(
	{ http, signedIn }: Product,
	databaseUrl: string
): Promise<DashboardMeasurements> {
	const samples: number[] = [];
	const nothing: number[] = [];
	let bytes = 0;
	for (let round = 0; round <= ROUNDS; round++) {
		const { ms, body } = await http.get('/api/v1/dashboard', signedIn);
		const { ms: idle } = await http.get('/healthz');
		bytes = body.byteLength;
		// The first one is for the caches.
		if (round > 0) samples.push(ms);
		if (round > 0) nothing.push(idle);
	}
	return { samples, nothing, bytes, plans: await readPlans(databaseUrl) };
}

async function readPlans(databaseUrl: string): Promise<DashboardMeasurements['plans']> {
	const { sql, db, close } = connect(databaseUrl, { max: 2 });
	try {
		const [person] = await sql<{ shopId: string; id: string; name: string }[]>`
			select shop_id as "shopId", id, name from people where role = 'admin' limit 1`;
		if (!person) throw new Error('The demo shop has no admin');
		const deps = { sql, db, now: () => new Date().toISOString() } as Deps;
		const plans: DashboardMeasurements['plans'] = [];
		for (const statement of PLANNED) {
			const explained = explaining(sql, statement);
			await readDashboard({ ...deps, sql: explained.sql }, { kind: 'person', role: 'admin', ...person });
			plans.push({ statement, plan: explained.plan() });
		}
		return plans;
	} finally {
		await close();
	}
}
