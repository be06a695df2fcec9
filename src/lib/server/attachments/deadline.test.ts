import { expect, test, vi } from 'vitest';
import { deadline } from './deadline.ts';

/** Work that ends only when it is given up. */
const endless = ({ abortSignal }: { abortSignal: AbortSignal }) =>
	new Promise<string>((_, reject) => {
		abortSignal.addEventListener('abort', () => reject(new Error('aborted')));
	});

test('an answer in time is the answer', async () => {
	expect(await deadline(1_000, () => Promise.resolve('here'))).toBe('here');
});

test('a fault in time is the fault', async () => {
	await expect(deadline(1_000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

test('whoever does not answer is given up', async () => {
	await expect(deadline(20, endless)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});

test('what comes after an answer may take its time', async () => {
	vi.useFakeTimers();
	const signal = await deadline(20, ({ abortSignal }) => Promise.resolve(abortSignal));
	vi.advanceTimersByTime(60_000);
	vi.useRealTimers();
	expect(signal.aborted).toBe(false);
});
