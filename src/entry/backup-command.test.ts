import { describe, expect, test, vi } from 'vitest';
import type { Manifest } from '#lib/server/backup/backup-format.ts';
import { describeContents, describeMissing, describeNoShop, readPlace } from './backup-command.ts';

const read = (...args: string[]) => readPlace(args, 'check', 'Usage: …');

describe('the command lines of npm run backup and npm run restore', () => {
	test('name a folder, as seen from where npm was called', () => {
		vi.stubEnv('INIT_CWD', '/shop');
		expect(read('nightly/1')).toEqual({ place: '/shop/nightly/1', isSet: false });
		expect(read('--check', '/elsewhere')).toEqual({ place: '/elsewhere', isSet: true });
		vi.unstubAllEnvs();
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
});
