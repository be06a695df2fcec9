import { describe, expect, test } from 'vitest';
import { auditSentence } from '#lib/audit/audit-words.ts';
import type { AuditFact } from '#lib/audit/audit.ts';
import { deleteJob } from '#lib/server/jobs/delete-job.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { MINUTE } from '#tests/support/test-deps.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { exportAudit } from './export-audit.ts';
import { readAudit } from './read-audit.ts';
import { recordAudit } from './record-audit.ts';

const shop = testShop();

const write = (fact: AuditFact, by: Person = shop.ana) =>
	recordAudit(shop.deps.db, by, fact, shop.deps.now());
const read = (input: Parameters<typeof readAudit>[2] = {}, by: Person = shop.ana) =>
	readAudit(shop.deps, by, input);
const sentences = async (input?: Parameters<typeof readAudit>[2]) =>
	(await read(input)).entries.map(auditSentence);

/** Somebody paired so many displays, a minute after each other where `apart`. */
async function pair(count: number, apart = true): Promise<void> {
	for (let made = 1; made <= count; made++) {
		if (apart) shop.clock.pass(MINUTE);
		await write({ kind: 'display_paired', display: `Wall ${made}` });
	}
}

describe('the audit log', () => {
	test('[J8] has deleted jobs among what was done, newest first', async () => {
		const number = await shop.build();
		await write({ kind: 'display_paired', display: 'Wall' });
		shop.clock.pass(MINUTE);
		await deleteJob(shop.deps, shop.ana, number, mutation());
		shop.clock.pass(MINUTE);
		await write({ kind: 'password_changed', person: 'Ben' });
		expect(await sentences()).toEqual([
			'Ana Ruiz changed the password of Ben.',
			'Ana Ruiz deleted job #000001.',
			'Ana Ruiz paired the display Wall.'
		]);
	});

	test('is narrowed to a topic and to who did it', async () => {
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Ben Okafor' });
		await write({ kind: 'display_paired', display: 'Wall' });
		await write({ kind: 'password_changed', person: 'Cara' }, ben);
		await deleteJob(shop.deps, ben, await shop.build(), mutation());
		const kinds = async (input: object) => (await read(input)).entries.map(({ fact }) => fact.kind);
		expect(await kinds({ topic: 'displays' })).toEqual(['display_paired']);
		expect(await kinds({ topic: 'people' })).toEqual(['password_changed']);
		expect(await kinds({ topic: 'jobs' })).toEqual(['job_deleted']);
		expect(await kinds({ topic: 'shop' })).toEqual([]);
		expect((await kinds({ by: ben.id })).sort()).toEqual(['job_deleted', 'password_changed']);
		expect(await kinds({ by: ben.id, topic: 'displays' })).toEqual([]);
		expect(await kinds({ by: 'nobody' })).toEqual([]);
	});

	test.each([true, false])(
		'is read page by page, no entry twice and none left out; apart in time: %s',
		async (apart) => {
			await pair(12, apart);
			for (let made = 0; made < 3; made++)
				await deleteJob(shop.deps, shop.ana, await shop.build(), mutation());
			const all = (await read()).entries.map(({ id }) => id);
			expect(all).toHaveLength(15);
			const paged: string[] = [];
			let cursor: string | undefined;
			do {
				const page = await read({ limit: 4, ...(cursor && { cursor }) });
				paged.push(...page.entries.map(({ id }) => id));
				cursor = page.next ?? undefined;
				// What is written meanwhile stands above, or among those of its millisecond.
				await write({ kind: 'password_changed', person: 'Ben' });
			} while (cursor);
			expect(paged.filter((id) => all.includes(id))).toEqual(all);
			expect(new Set(paged).size).toBe(paged.length);
		}
	);

	test('has no page below its last entry', async () => {
		await pair(3);
		expect(await read({ limit: 3 })).toMatchObject({ next: null });
		expect((await read({ limit: 2 })).next).not.toBeNull();
	});

	test('is exported as it is shown, and what a spreadsheet would run is plain', async () => {
		await write({ kind: 'display_paired', display: 'Wall' });
		shop.clock.pass(MINUTE);
		const sly = await buildPerson(shop.sql, shop.ana.shopId, { name: '=HYPERLINK("x")' });
		await write({ kind: 'display_revoked', display: 'Wall, old' }, sly);
		const { fileName, text } = await exportAudit(shop.deps, shop.ana, { topic: 'displays' });
		let file = '';
		for await (const part of text) file += part;
		expect(fileName).toBe('audit-log-2026-03-02.csv');
		expect(file).toBe(
			[
				'\ufeffWhen (UTC),Who,With,About,What',
				`2026-03-02 10:01:00,"'=HYPERLINK(""x"")",,Displays,"'=HYPERLINK(""x"") revoked the display Wall, old."`,
				'2026-03-02 10:00:00,Ana Ruiz,,Displays,Ana Ruiz paired the display Wall.',
				''
			].join('\r\n')
		);
	});

	test('is exported with all of its pages', async () => {
		await pair(130);
		const { text } = await exportAudit(shop.deps, shop.ana, {});
		let lines = 0;
		for await (const part of text) lines += part.split('\r\n').length - 1;
		expect(lines).toBe(131);
	});

	test('[P1] tells nothing of another shop', async () => {
		await pair(2);
		const other = await buildPerson(shop.sql, await buildShop(shop.sql));
		await deleteJob(shop.deps, shop.ana, await shop.build(), mutation());
		expect(await read({}, other)).toEqual({ entries: [], next: null });
		expect(await read({ by: shop.ana.id }, other)).toEqual({ entries: [], next: null });
	});

	test.each(['salesperson', 'jeweler', 'viewer'] as const)('is not for a %s', async (role) => {
		const person = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(read({}, person)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(exportAudit(shop.deps, person, {})).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('can be added to and nothing else', async () => {
		await pair(1);
		const entry = shop.sql`shop_id = ${shop.ana.shopId}`;
		await expect(shop.sql`update audit_entries set by_name = 'Nobody' where ${entry}`).rejects.toThrow(
			'append-only'
		);
		await expect(shop.sql`delete from audit_entries where ${entry}`).rejects.toThrow('append-only');
		expect(await sentences()).toEqual(['Ana Ruiz paired the display Wall 1.']);
	});
});
