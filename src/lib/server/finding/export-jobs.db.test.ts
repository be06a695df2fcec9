import { expect, test } from 'vitest';
import { fillJobs } from '#tests/bench/finding/fill-jobs.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { exportJobs } from './export-jobs.ts';

const shop = testShop();

test('[L1] an export is made a part at a time, and holds every job once and in order', async () => {
	await shop.build();
	await fillJobs(shop.sql, shop.ana.shopId, 1_201);
	const { fileName, text } = await exportJobs(shop.deps, shop.ana, { sort: '-number' });
	expect(fileName).toBe('jobs-2026-03-02.csv');
	const parts: string[] = [];
	for await (const part of text) parts.push(part);
	expect(parts.map((part) => part.split('\r\n').length - 1)).toEqual([1, 500, 500, 201]);
	const numbers = parts
		.slice(1)
		.flatMap((part) => [...part.matchAll(/^#(\d{6}),/gm)].map(([, n]) => Number(n)));
	expect(numbers).toEqual(Array.from({ length: 1_201 }, (_, index) => 1_201 - index));
}, 30_000);

test('[L1] an export of nothing is its line of names', async () => {
	const { text } = await exportJobs(shop.deps, shop.ana, { q: 'zzzzz' });
	const parts: string[] = [];
	for await (const part of text) parts.push(part);
	expect(parts.join('').split('\r\n')).toHaveLength(2);
});
