import { connect, type Sql } from '#lib/server/db/client.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { HttpClient } from '#tests/bench/http-client.ts';
import type { Product } from '#tests/bench/product/product.ts';
import { explaining } from '#tests/support/explain.ts';
import { listJobs } from '#lib/server/jobs/list-jobs.ts';
import { measureMoveCost, type MoveCost } from './move-cost.ts';

/** Milliseconds of requests, each at the client, and of one that does nothing. */
export interface Timing {
	samples: number[];
	nothing: number[];
}

export interface FindingMeasurements {
	/** Every beginning of every search, as it is typed. */
	search: Timing;
	/** The slowest of them. */
	slowest: { q: string; ms: number };
	/** The first page in the list's own order, and in every order that has no index. */
	firstPage: Timing;
	sorted: Record<string, Timing>;
	/** What PostgreSQL does for some searches. */
	plans: { q: string; plan: string }[];
	move: MoveCost;
}

/** What people look for: by number, name, phone, words of titles and notes, with and without mistakes. */
const SEARCHES = [
	'49123',
	'#000777',
	'maria diaz',
	'o’connor',
	'gonzalez',
	'nguyen',
	'+44 20 7946',
	'sapphire ring',
	'sapphir rign',
	'emrald pendnt',
	'certificate',
	'rhodium plate',
	'smiht',
	'wedding band platinum'
];
const SORTS = ['customer', '-promised', 'status', '-days', 'salesperson', '-updated'];
const PLANNED = ['diaz', 'sapphir rign', '+44 20 7946', 'certificate'];
const ROUNDS = 5;

/** Measures search and list on a running product whose shop has all of the jobs. */
export async function measureFinding(product: Product, databaseUrl: string): Promise<FindingMeasurements> {
	const { http, signedIn } = product;
	const ask = (query: string) => http.get(`/api/v1/jobs${query}`, signedIn).then(({ ms }) => ms);
	const typed = SEARCHES.flatMap((text) => beginningsOf(text));
	const search = await time(http, typed, (q) => ask(`?q=${encodeURIComponent(q)}`));
	const worst = Math.max(...search.samples);
	const slowest = { q: typed[search.samples.indexOf(worst) % typed.length] ?? '', ms: worst };
	const firstPage = await time(http, Array<string>(30).fill(''), ask);
	const sorted: Record<string, Timing> = {};
	for (const sort of SORTS) sorted[sort] = await time(http, Array<string>(6).fill(`?sort=${sort}`), ask);
	const { sql, db, close } = connect(databaseUrl, { max: 2 });
	try {
		const deps = { sql, db, now: () => new Date().toISOString() } as Deps;
		const plans = await readPlans(sql, deps);
		return { search, slowest, firstPage, sorted, plans, move: await measureMoveCost(deps) };
	} finally {
		await close();
	}
}

function beginningsOf(text: string): string[] {
	return Array.from(text, (_, index) => text.slice(0, index + 1)).filter((q) => !q.endsWith(' '));
}

/** Asks everything in rounds; the first one is for the caches and counts for nothing. */
async function time(
	http: HttpClient,
	queries: string[],
	ask: (query: string) => Promise<number>
): Promise<Timing> {
	const timing: Timing = { samples: [], nothing: [] };
	for (let round = 0; round <= ROUNDS; round++) {
		for (const query of queries) {
			const ms = await ask(query);
			if (round > 0) timing.samples.push(ms);
		}
		timing.nothing.push((await http.get('/healthz')).ms);
	}
	return timing;
}

async function readPlans(sql: Sql, deps: Deps): Promise<FindingMeasurements['plans']> {
	const [person] = await sql<{ shopId: string; id: string; name: string }[]>`
		select shop_id as "shopId", id, name from people where role = 'admin' limit 1`;
	if (!person) throw new Error('The demo shop has no admin');
	const plans: FindingMeasurements['plans'] = [];
	for (const q of PLANNED) {
		const explained = explaining(sql, 'with names');
		await listJobs(
			{ ...deps, sql: explained.sql },
			{ kind: 'person', role: 'admin', ...person },
			{ q, limit: 50 }
		);
		plans.push({ q, plan: scansIn(explained.plan()) });
	}
	return plans;
}

/** How the table that is searched is read. */
function scansIn(plan: string): string {
	const scans = [...plan.matchAll(/(\w+ )*Scan (Backward )?(using \w+ )?on job_search\w*/g)].map(
		([scan]) => scan
	);
	return scans.join(', ').replace(/\s+/g, ' ');
}
