import { describe, expect, it } from 'vitest';
import { NO_SCAN, readScan } from './scan.ts';

/** Types keys some milliseconds apart; returns what was read last. */
function type(keys: readonly (readonly [key: string, pause: number])[]) {
	let at = 5000;
	let scan = NO_SCAN;
	let last: { number: number; isScanner: boolean } | null = null;
	for (const [key, pause] of keys) {
		const read = readScan(scan, key, (at += pause));
		scan = read.scan;
		if (read.number !== null) last = { number: read.number, isScanner: read.isScanner };
	}
	return last;
}

const each = (text: string, pause: number) => [...text].map((key) => [key, pause] as const);
const scanned = (text: string, pause = 8) => [...each(text, pause), ['Enter', pause] as const];

describe('a scanner', () => {
	it.each([
		['a number as it is printed', scanned('000123')],
		['with the sign before it', [['Shift', 300] as const, ...scanned('#000123')]],
		['slowly, over the air', scanned('000123', 45)],
		['into what a person has half typed', [...each('98', 200), ...scanned('000123').with(0, ['0', 200])]]
	])('is known by its speed: %s', (_how, keys) => {
		expect(type(keys)).toEqual({ number: 123, isScanner: true });
	});

	it('types at least six digits: fewer keys in a hurry may be a person’s', () => {
		expect(type(scanned('12345'))).toEqual({ number: 12345, isScanner: false });
	});
});

describe('a person', () => {
	it('types a number and Enter', () => {
		expect(type(scanned('000123', 180))).toEqual({ number: 123, isScanner: false });
		expect(type(scanned('#12', 180))).toEqual({ number: 12, isScanner: false });
	});

	it('who is slower with Enter than a scanner is a person', () => {
		expect(type([...each('000123', 8), ['Enter', 400]])).toEqual({ number: 123, isScanner: false });
	});

	it.each([
		['paused before Enter', [...each('12', 100), ['Enter', 1500] as const]],
		['typed no digit', scanned('')],
		['typed nothing but noughts', scanned('000000')],
		['has not typed Enter', each('000123', 8)]
	])('who %s asks for no job', (_what, keys) => {
		expect(type(keys)).toBe(null);
	});

	it('who types something between begins anew', () => {
		expect(type([...each('1', 100), ['x', 100], ...scanned('2', 100)])).toEqual({
			number: 2,
			isScanner: false
		});
	});
});
