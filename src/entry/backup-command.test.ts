import { describe, expect, test, vi } from 'vitest';
import type { Manifest } from '#lib/server/backup/backup-format.ts';
import {
	describeContents,
	describeMissing,
	describeNoShop,
	describeOutcome,
	readPlace
} from './backup-command.ts';

const read = (...args: string[]) => readPlace(args, ['check', 'without-broken-files'], 'Usage: …');

describe('the command lines of npm run backup and npm run restore', () => {
	test('name a folder, as seen from where npm was called', () => {
		vi.stubEnv('INIT_CWD', '/shop');
		expect(read('nightly/1')?.place).toBe('/shop/nightly/1');
		expect(read('--check', '/elsewhere')?.place).toBe('/elsewhere');
		vi.unstubAllEnvs();
	});

	test('tell their switches apart', () => {
		const asked = (...args: string[]) => {
			const command = read('a', ...args);
			return [command?.has('check'), command?.has('without-broken-files')];
		};
		expect(asked()).toEqual([false, false]);
		expect(asked('--check')).toEqual([true, false]);
		expect(asked('--without-broken-files', '--check')).toEqual([true, true]);
	});

	test('ask for help', () => {
		expect(read('--help')).toBeNull();
		expect(read('a', 'b', '--help')).toBeNull();
	});

	test.each([
		[[], /^Which folder\?\nUsage/],
		[['a', 'b'], /^One folder: “b” is too much\.\nUsage/],
		[['a', '--colour'], /--colour.*\nUsage/],
		[['a', '--check=yes'], /--check.*\nUsage/]
	])('are refused with words: %j', (args, words) => {
		expect(() => read(...args)).toThrow(words);
	});
});

describe('what is told of a backup', () => {
	const manifest = (files: Partial<Manifest['files']>, shops = 1) =>
		({
			shops,
			tables: [{ rows: 1200 }, { rows: 45 }],
			files: { leftOut: false, count: 120, bytes: 45_200_000, missing: [], ...files }
		}) as unknown as Manifest;

	test('is how much of everything there is', () => {
		expect(describeContents(manifest({}), 3_140_000)).toBe(
			'1 shop: 1,245 rows (3.1 MB) and 120 files (45.2 MB)'
		);
		expect(describeContents(manifest({ leftOut: true }, 3), 0)).toBe(
			'3 shops: 1,245 rows (0 MB), without files,'
		);
	});

	test('is which files there were no more', () => {
		expect(describeMissing(manifest({}))).toBeNull();
		expect(describeMissing(manifest({ missing: ['a'] }))).toMatch(
			/^1 file that jobs name was not in the store/
		);
		expect(describeMissing(manifest({ missing: ['a', 'b'] }))).toMatch(/^2 files that jobs name were not/);
	});

	test('is that nobody works there, as where the settings lead elsewhere', () => {
		expect(describeNoShop(manifest({}))).toBeNull();
		expect(describeNoShop(manifest({}, 0))).toMatch(/^There is no shop .* DATA_DIR, DATABASE_URL and S3_…/);
	});

	test('is how many files were left out', () => {
		expect([describeOutcome(false, 0), describeOutcome(true, 0)]).toEqual([
			'Restored',
			'The backup is sound:'
		]);
		expect(describeOutcome(false, 1)).toBe('Restored all but 1 broken file of');
		expect(describeOutcome(true, 20)).toBe('The backup is sound, all but 20 broken files, of');
	});
});
