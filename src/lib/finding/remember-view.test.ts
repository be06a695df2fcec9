import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rememberView } from './remember-view.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function memory(answer: () => Promise<Response> = () => Promise.resolve(new Response('{}'))) {
	const sent: unknown[] = [];
	const fetch = (_: unknown, { body }: RequestInit = {}) => {
		sent.push(JSON.parse(String(body)));
		return answer();
	};
	return { sent, view: rememberView(fetch as typeof globalThis.fetch, 400) };
}

test('[L1] where somebody stays is told once, and what they only passed is not', () => {
	const { sent, view } = memory();
	view.note('list', '?rush=true');
	vi.advanceTimersByTime(200);
	view.note('list', '');
	vi.advanceTimersByTime(1000);
	view.note('list', '');
	vi.advanceTimersByTime(1000);
	expect(sent).toEqual([{ view: 'list', search: '' }]);
});

test('[L1] who leaves is not waited for', () => {
	const { sent, view } = memory();
	view.note('board', '?type=repair');
	view.flush();
	view.flush();
	vi.advanceTimersByTime(1000);
	expect(sent).toEqual([{ view: 'board', search: '?type=repair' }]);
});

test('a server that is not reached is told the next time', async () => {
	let isReached = false;
	const { sent, view } = memory(() =>
		isReached ? Promise.resolve(new Response('{}')) : Promise.reject(new TypeError('Failed to fetch'))
	);
	view.note('board', '');
	await vi.advanceTimersByTimeAsync(1000);
	isReached = true;
	view.note('list', '');
	await vi.advanceTimersByTimeAsync(1000);
	expect(sent).toEqual([
		{ view: 'board', search: '' },
		{ view: 'list', search: '' }
	]);
});
