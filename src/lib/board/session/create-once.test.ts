import { describe, expect, it } from 'vitest';
import { readOnly } from './board-problems.ts';
import type { CreateRequest, JobResult } from './board-session-types.ts';
import { createOnce } from './create-once.ts';

const ring: CreateRequest = { type: 'custom', customerId: 'maria', promisedOn: '2026-12-24', title: 'Ring' };
const done: JobResult = { ok: true, number: 1, version: 1, mutationId: '' };

function desk(...results: JobResult[]) {
	const sent: string[] = [];
	let made = 0;
	const take = (_: CreateRequest, mutationId: string) => {
		sent.push(mutationId);
		return Promise.resolve(results[sent.length - 1] ?? done);
	};
	return { sent, create: createOnce(take, () => `mutation ${++made}`) };
}

describe('[J2] a new job', () => {
	it('that is sent again after no answer is the same one', async () => {
		const { sent, create } = desk(readOnly(), readOnly(), done);
		for (let times = 0; times < 3; times++) await create(ring);
		expect(sent).toEqual(['mutation 1', 'mutation 1', 'mutation 1']);
	});

	it('that was changed, or comes after one that was taken in, is another one', async () => {
		const { sent, create } = desk(readOnly(), done, done);
		await create(ring);
		await create({ ...ring, title: 'Bracelet' });
		await create({ ...ring, title: 'Bracelet' });
		expect(sent).toEqual(['mutation 1', 'mutation 2', 'mutation 3']);
	});
});
