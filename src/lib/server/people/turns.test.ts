import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('no more run at once than there are places, and all get their turn in order', async () => {
	const inTurn = createTurns(2);
	const begun: number[] = [];
	let running = 0;
	let most = 0;
	const work = (index: number) => async () => {
		begun.push(index);
		running += 1;
		most = Math.max(most, running);
		await new Promise(setImmediate);
		running -= 1;
		return index;
	};
	const results = await Promise.all([0, 1, 2, 3, 4].map((index) => inTurn(work(index))));
	expect(results).toEqual([0, 1, 2, 3, 4]);
	expect(begun).toEqual([0, 1, 2, 3, 4]);
	expect(most).toBe(2);
});

test('work that fails gives its place back', async () => {
	const inTurn = createTurns(1);
	await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await inTurn(() => Promise.resolve('next'))).toBe('next');
});
