import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TypedSearch } from './typed-search.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function typing(q = '') {
	const told: string[] = [];
	return { told, search: new TypedSearch(q, (text) => told.push(text)) };
}

test('[L3] the address follows when the typing pauses, once', () => {
	const { told, search } = typing();
	for (const text of ['r', 'ri', 'rin', 'ring ']) {
		search.type(text);
		vi.advanceTimersByTime(50);
	}
	expect([search.text, told]).toEqual(['ring ', []]);
	vi.advanceTimersByTime(500);
	expect(told).toEqual(['ring']);
	search.type('ring');
	vi.advanceTimersByTime(500);
	expect(told).toEqual(['ring']);
});

test('an address that repeats what was typed does not take away what is typed meanwhile', () => {
	const { search } = typing();
	search.type('ri');
	search.now();
	search.type('rin');
	search.follow('ri');
	expect(search.text).toBe('rin');
});

test('an address that says something else counts', () => {
	const { told, search } = typing('ring');
	search.type('rings');
	search.follow('');
	vi.advanceTimersByTime(500);
	expect([search.text, told]).toEqual(['', []]);
});

test('what is cleared or meant otherwise never reaches the address', () => {
	const { told, search } = typing();
	search.type('#000123');
	search.drop();
	vi.advanceTimersByTime(500);
	expect([search.text, told]).toEqual(['#000123', []]);
	search.type('ring');
	search.clear();
	vi.advanceTimersByTime(500);
	expect([search.text, told]).toEqual(['', []]);
});
