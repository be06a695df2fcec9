import { describe, expect, it } from 'vitest';
import { NO_SCAN, readScan, shortcutFor } from './shortcuts.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

it('a key with a modifier is the browser’s', () => {
	expect(shortcutFor({ ...plain, key: 'n' })).toBe('create');
	expect(shortcutFor({ ...plain, key: 'n', ctrlKey: true })).toBe(null);
	expect(shortcutFor({ ...plain, key: 'x' })).toBe(null);
});

describe('a scanner', () => {
	/** Types keys some milliseconds apart; returns the number that was read. */
	function type(keys: string[], apart = 20): number | null {
		let scan = NO_SCAN;
		let found: number | null = null;
		keys.forEach((key, index) => {
			const read = readScan(scan, key, 5000 + index * apart);
			scan = read.scan;
			found = read.number ?? found;
		});
		return found;
	}

	it.each([
		['a number and Enter', ['0', '0', '0', '1', '2', '3', 'Enter'], 123],
		['a number as it is printed', ['Shift', '#', '0', '1', '2', 'Enter'], 12],
		['Enter alone', ['Enter'], null],
		['digits without Enter', ['1', '2'], null],
		['digits with something between', ['1', 'x', '2', 'Enter'], 2],
		['nothing but noughts', ['0', '0', 'Enter'], null]
	])('types %s', (_what, keys, number) => {
		expect(type(keys)).toBe(number);
	});

	it('is not a person who pressed a digit long ago', () => {
		expect(type(['1', 'Enter'], 1500)).toBe(null);
	});
});
