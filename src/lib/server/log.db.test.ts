import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#lib/server/db/schema.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { createLog, fittingLevel } from './log.ts';

let database: TestDatabase;
let ana: Person;
beforeAll(async () => {
	database = await testDatabase();
	ana = await buildPerson(database.sql, await buildShop(database.sql));
});
afterAll(() => database.close());

/** What the log says of an error. */
function lineOf(err: unknown): { err: Record<string, unknown>; reason: string } {
	const lines: string[] = [];
	const log = createLog('error', { write: (line: string) => void lines.push(line) });
	log.error({ err, reason: err }, 'request failed');
	return JSON.parse(lines.join('')) as { err: Record<string, unknown>; reason: string };
}

const email = () => `${ana.id}@example.test`;
const failing = [
	['postgres.js', () => database.sql`insert into people select * from people where id = ${ana.id}`],
	[
		'drizzle',
		() =>
			database.db
				.insert(people)
				.values({ ...ana, email: email(), passwordHash: 'secret hash', id: 'another' })
	]
] as const;

test.each(failing)('what the log says of a failing insert through %s holds no data', async (_, insert) => {
	const error = await Promise.resolve(insert()).catch((reason: unknown) => reason);
	const { err, reason } = lineOf(error);
	expect(Object.keys(err).sort()).toEqual(['code', 'constraint', 'message', 'stack', 'type']);
	expect(err).toMatchObject({ type: 'PostgresError', code: '23505' });
	expect(err.constraint).toMatch(/^people_/);
	expect(err.stack).toMatch(/\n +at /);
	expect(reason).toMatch(/^PostgresError: duplicate key value violates unique constraint "people_\w+"$/);
	expect(JSON.stringify([err, reason])).not.toMatch(new RegExp(`${ana.id}|secret hash|${ana.name}`));
});

test('what PostgreSQL could not read is not repeated', async () => {
	const read = database.sql`select ${'Maria "Rossi"'}::text::int`;
	const { err, reason } = lineOf(await read.catch((reason: unknown) => reason));
	expect(err).toMatchObject({ code: '22P02', message: 'invalid input syntax for type integer: "…"' });
	expect(JSON.stringify([err, reason])).not.toMatch(/Maria|Rossi/);
});

test('nor is what was no JSON', () => {
	const fault = (text: string): unknown => {
		try {
			return JSON.parse(text);
		} catch (reason) {
			return reason;
		}
	};
	const { err, reason } = lineOf(fault("{'name': 'Maria', \"of\": 'Rossi'}"));
	expect(err.message).toMatch(/ is not valid JSON|JSON at position/);
	expect(JSON.stringify([err, reason])).not.toMatch(/Maria|Rossi/);
});

test('an error that is none of the database’s has no constraint', () => {
	const { err } = lineOf(Object.assign(new TypeError('x is not a function'), { customer: 'Maria' }));
	expect(Object.keys(err).sort()).toEqual(['message', 'stack', 'type']);
	expect(err.type).toBe('TypeError');
});

test('what is thrown without being an error is told by its type', () => {
	expect(lineOf({ customer: 'Maria' })).toMatchObject({ err: { type: 'object' }, reason: 'object' });
	expect(lineOf('text').err).toEqual({ type: 'string' });
});

test('a terminal is kept readable, a collector gets what was done', () => {
	expect([fittingLevel(true), fittingLevel(false)]).toEqual(['warn', 'info']);
});
