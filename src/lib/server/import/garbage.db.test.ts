import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testShop } from '#tests/support/test-shop.ts';
import { importContacts } from './import-contacts.ts';
import { importJobs } from './import-jobs.ts';
import type { ImportOptions } from './import-options.ts';

const shop = testShop();
const OPTIONS: ImportOptions = { mappings: [], dateOrder: null, decimal: '.', dryRun: false };
const SEED = 20260302;
const FILES = 300;
const EXAMPLE = readFileSync('static/import-example-jobs.csv');

/** Files of nothing, text that looks like CSV, and the example with bytes that are wrong. */
const garbage = fc.oneof(
	fc.uint8Array({ maxLength: 400 }),
	fc
		.string({
			unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', '0', ' ', 'é', '\u0000'),
			maxLength: 200
		})
		.map(encode),
	fc
		.tuple(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
		.map((cells) =>
			encode(
				`Type,Customer,Promised date\nring,${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
			)
		),
	fc
		.tuple(fc.nat(EXAMPLE.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }))
		.map(([at, wrong]) =>
			Uint8Array.from([...EXAMPLE.subarray(0, at), 0xff, ...wrong, ...EXAMPLE.subarray(at)])
		)
);

/** Milliseconds: 300 files are many for a busy machine. */
const LONGEST = 120_000;

test(
	`[I1] of ${FILES} files of garbage each is refused in words, and nothing is stored (seed ${SEED})`,
	async () => {
		for (const file of fc.sample(garbage, { seed: SEED, numRuns: FILES })) {
			for (const work of [importJobs, importContacts]) {
				const { outcome, problems } = await work(shop.deps, shop.ana, file, OPTIONS);
				expect([outcome, problems.length > 0], Buffer.from(file).toString('hex')).toEqual(['refused', true]);
				for (const { message } of problems) expect(message).not.toMatch(/undefined|\bnull\b|NaN|Error|at \//);
			}
		}
		const [stored] = await shop.sql`
		select version, last_job_number, (select count(*) from contacts where shop_id = ${shop.ana.shopId}) as contacts
		from shops where id = ${shop.ana.shopId}`;
		expect(stored).toEqual({ version: '1', last_job_number: 0, contacts: '0' });
	},
	LONGEST
);

function encode(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
