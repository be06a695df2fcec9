import { randomUUID } from 'node:crypto';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { startApp, type RunningApp } from '#tests/support/app.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';

export interface Answer {
	status: number;
	type: string | null;
	headers: Headers;
	body: Record<string, unknown>;
}

export interface Asked {
	/** Sent as JSON; text goes as it is. */
	body?: unknown;
	headers?: Record<string, string>;
	/** `null` asks without one. */
	token?: string | null;
}

export interface ApiClient {
	app: RunningApp;
	database: DatabaseClient;
	/** The admin who asks when no other token is given. */
	ana: Person;
	token: string;
	call: (method: string, path: string, asked?: Asked) => Promise<Answer>;
	signIn: (person: Person) => Promise<string>;
	/** How much every table of the shop holds, and its version: equal before and after means that nothing was written. */
	written: () => Promise<unknown>;
	/** The log's lines of level error and above. */
	errors: () => string[];
	stop: () => Promise<void>;
}

/** Starts the production server, on a database of its own when none is given, with a shop and its admin, signed in. */
export async function startApi(env: NodeJS.ProcessEnv = {}, databaseUrl?: string): Promise<ApiClient> {
	const app = await startApp({ env: { ORIGIN: undefined, ...env }, ...(databaseUrl && { databaseUrl }) });
	const database = connect(app.databaseUrl ?? '', { max: 2, applicationName: 'contract' });
	const ana = await buildPerson(database.sql, await buildShop(database.sql));
	const signIn = async (person: Person) => (await startSession(database, person, 'Test')).token;
	const token = await signIn(ana);
	return {
		app,
		database,
		ana,
		token,
		signIn,
		call: (method, path, asked = {}) => ask(`${app.url}/api/v1${path}`, method, { token, ...asked }),
		written: () => count(database, ana.shopId),
		errors: () =>
			app
				.log()
				.split('\n')
				.filter((line) => /"level":[56]0/.test(line)),
		stop: async () => {
			await database.close();
			await app.stop();
		}
	};
}

export function tomorrow(): string {
	return dayFromNow(2);
}

/** Two days off, so that no time zone takes it for today. */
export function yesterday(): string {
	return dayFromNow(-2);
}

export function mutation(): { mutationId: string } {
	return { mutationId: randomUUID() };
}

export async function ask(url: string, method: string, { body, headers, token }: Asked): Promise<Answer> {
	const isText = typeof body === 'string';
	const response = await fetch(url.replace(/(?<!:)\/\/+/g, '/'), {
		method,
		headers: {
			...(body !== undefined && { 'content-type': 'application/json' }),
			...(token && { authorization: `Bearer ${token}` }),
			...headers
		},
		...(body !== undefined && { body: isText ? body : JSON.stringify(body) })
	});
	const text = await response.text();
	return {
		status: response.status,
		type: response.headers.get('content-type'),
		headers: response.headers,
		body: text ? (JSON.parse(text) as Record<string, unknown>) : {}
	};
}

async function count({ sql }: DatabaseClient, shopId: string): Promise<unknown> {
	const [row] = await sql`
		select version, last_job_number,
			(select count(*) from jobs where shop_id = ${shopId}) as jobs,
			(select count(*) from job_events where shop_id = ${shopId}) as events,
			(select count(*) from contacts where shop_id = ${shopId}) as contacts,
			(select count(*) from person_mutations where shop_id = ${shopId}) as person_mutations
		from shops where id = ${shopId}`;
	return row;
}

function dayFromNow(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
