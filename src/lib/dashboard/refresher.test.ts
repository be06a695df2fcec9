import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refresher } from './refresher.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function refresher(answers: (() => Promise<boolean>)[] = []) {
	const readings: number[] = [];
	const start = performance.now();
	const made = new Refresher(
		() => {
			readings.push(Math.round(performance.now() - start));
			return answers.shift()?.() ?? Promise.resolve(true);
		},
		(ms, run) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
		() => performance.now()
	);
	return { made, readings };
}

it('[P4] changes that come together are read once, and soon', async () => {
	const { made, readings } = refresher();
	for (let change = 0; change < 20; change++) made.ask();
	await vi.advanceTimersByTimeAsync(20_000);
	expect(readings).toEqual([250]);
});

it('[P4] however many changes come, they are read every few seconds, and the last one too', async () => {
	const { made, readings } = refresher();
	for (let change = 0; change < 100; change++) {
		made.ask();
		await vi.advanceTimersByTimeAsync(100);
	}
	await vi.advanceTimersByTimeAsync(20_000);
	expect(readings).toEqual([250, 4250, 8250, 12250]);
});

it('[P4] a change during a reading is read afterwards', async () => {
	let answer: (done: boolean) => void = () => undefined;
	const { made, readings } = refresher([() => new Promise((resolve) => (answer = resolve))]);
	made.ask();
	await vi.advanceTimersByTimeAsync(1_000);
	made.ask();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(readings).toEqual([250]);
	answer(true);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(readings).toEqual([250, 61_250]);
});

it('[C4] what could not be read is read again, until it is stopped', async () => {
	const { made, readings } = refresher([
		() => Promise.reject(new Error('No network')),
		() => Promise.resolve(false)
	]);
	made.ask();
	await vi.advanceTimersByTimeAsync(9_000);
	expect(readings).toEqual([250, 4250, 8250]);
	made.ask();
	made.stop();
	made.ask();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(readings).toHaveLength(3);
});
