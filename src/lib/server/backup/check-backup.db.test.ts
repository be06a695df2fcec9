import {
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { backupPlace, forgePart, takeBackup } from '#tests/support/backups.ts';
import { attach, testStore } from '#tests/support/test-files.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { leftOutLines, requireWhole } from './broken-files.ts';
import { checkBackup } from './check-backup.ts';

const shop = testShop();
const files = testStore('folder');
const place = backupPlace();
let folder: string;
let names = 0;
beforeEach(async () => {
	const whole = place('whole');
	if (names === 0) {
		const { attachment } = await attach({ ...shop.deps, store: files.store }, shop, await shop.build());
		expect(attachment.bytes).toBeGreaterThan(100);
		await takeBackup({ url: shop.url, store: files.store }, whole);
	}
	folder = place(`copy-${++names}`);
	cpSync(whole, folder, { recursive: true });
});

const check = async () => requireWhole(await checkBackup(folder));
const at = (name: string) => path.join(folder, ...name.split('/'));
const allFiles = () =>
	readdirSync(at('files'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
		.sort();
const aFile = () => allFiles()[0]!;
const flip = (name: string) => {
	const bytes = readFileSync(at(name));
	bytes[bytes.length - 40]! ^= 1;
	writeFileSync(at(name), bytes);
};
const cut = (name: string, less: number) => truncateSync(at(name), readFileSync(at(name)).length - less);
const edit = (name: string, change: (text: string) => string) =>
	writeFileSync(at(name), change(readFileSync(at(name), 'utf8')));

test('[B5] a whole backup is sound', async () => {
	expect((await checkBackup(folder)).manifest.files.count).toBe(2);
});

describe('[B5] a backup is refused, and what is wrong is named, when', () => {
	test.each<[string, () => void, RegExp]>([
		['a bit of its rows is another', () => flip('rows/jobs.csv.gz'), /rows\/jobs\.csv\.gz is not as it was/],
		[
			'its rows are cut',
			() => cut('rows/job_events.csv.gz', 10),
			/rows\/job_events\.csv\.gz is not as it was/
		],
		['rows are missing', () => rmSync(at('rows/people.csv.gz')), /rows\/people\.csv\.gz is missing/],
		['a bit of a file is another', () => flip(aFile()), /files\/shops\/.* is not as it was/],
		['a file is cut', () => cut(aFile(), 1), /files\/shops\/.* is not as it was/],
		['a file is missing', () => rmSync(at(aFile())), /files\/shops\/.* is missing/],
		['its sums are cut in a line', () => cut('SHA256SUMS', 5), /SHA256SUMS has a line that is none of ours/],
		[
			'its sums are cut between lines',
			() => edit('SHA256SUMS', (text) => text.replace(/[^\n]*manifest\.json\n$/, '')),
			/SHA256SUMS does not name manifest\.json/
		],
		[
			'its sums lack a file',
			() => edit('SHA256SUMS', (text) => text.replace(/[^\n]*thumbnail\n/, '')),
			/it had 2 files, and SHA256SUMS names 1/
		],
		[
			'its sums lead out of the folder',
			() => edit('SHA256SUMS', (text) => text.replace(/rows\/jobs/, 'files/../../jobs')),
			/SHA256SUMS has a line that is none of ours/
		],
		['its manifest is cut', () => cut('manifest.json', 30), /manifest\.json is not as it was/],
		[
			'its manifest was edited',
			() => edit('manifest.json', (text) => text.replace(/"rows": 1/, '"rows": 2')),
			/manifest\.json is not as it was/
		]
	])('%s', async (_, harm, words) => {
		harm();
		await expect(check()).rejects.toThrow(words);
		await expect(check()).rejects.toThrow(/^The backup is broken: /);
	});
});

describe('[B5] files that are broken', () => {
	test('are named, each with its job and what is wrong, and keep nothing else from being read', async () => {
		const [original, thumbnail] = allFiles();
		flip(original!);
		rmSync(at(thumbnail!));
		mkdirSync(at(thumbnail!));
		const backup = await checkBackup(folder);
		expect(backup.rowBytes).toBeGreaterThan(100);
		expect(leftOutLines(backup)).toEqual([
			`Left out: job 1, ${original} is not as it was written.`,
			`Left out: job 1, ${thumbnail} is no file.`
		]);
		await expect(check()).rejects.toThrow(/^The backup is broken: 2 of its 2 files are not as they were/);
	});

	test('are counted, and the first of many named, with the way to the others', async () => {
		const [sum] = readFileSync(at('SHA256SUMS'), 'utf8').match(/^.*files\/.*$/m)!;
		const more = Array.from({ length: 48 }, (_, index) => sum.replace(/\/jobs\/.*/, `/jobs/7/lost${index}`));
		edit('SHA256SUMS', (text) => `${more.join('\n')}\n${text}`);
		forgePart(folder, 'manifest.json', (text) => text.replace('"count": 2', '"count": 50'));
		const words = await check().catch((error: Error) => error.message);
		expect(String(words).split('\n')).toEqual([
			'The backup is broken: 48 of its 50 files are not as they were written.',
			...[0, 1, 2, 3, 4].map((index) => expect.stringMatching(`^files/shops/.*/lost${index} is missing\\.$`)),
			'… and 43 more.',
			expect.stringContaining('--without-broken-files')
		]);
	});

	test('excuse no row', async () => {
		flip(aFile());
		flip('rows/jobs.csv.gz');
		await expect(checkBackup(folder)).rejects.toThrow('rows/jobs.csv.gz is not as it was written');
	});
});

test('[B5] a folder that is no backup, or an unfinished one, is told as such', async () => {
	await expect(checkBackup(place('nowhere'))).rejects.toThrow('There is no folder');
	await expect(checkBackup(at('rows'))).rejects.toThrow('is no backup, or only a part of one');
	await expect(checkBackup(at('manifest.json'))).rejects.toThrow('is no backup');
	rmSync(at('manifest.json'));
	await expect(checkBackup(folder)).rejects.toThrow('only a part of one');
});

test('[B7] a backup of a newer schema or format is refused with the version that took it', async () => {
	renameSync(folder, `${folder}-newer`);
	folder = `${folder}-newer`;
	forgePart(folder, 'manifest.json', (text) => text.replace(/"tag": "[^"]*"/, '"tag": "0999_later"'));
	forgePart(folder, 'manifest.json', (text) => text.replace(/"when": \d+/, '"when": 9999999999999'));
	await expect(checkBackup(folder)).rejects.toThrow(
		/schema 0999_later, .* taken by version test\. Restore it with/
	);
	forgePart(folder, 'manifest.json', (text) => text.replace(/"formatVersion": 1/, '"formatVersion": 2'));
	await expect(checkBackup(folder)).rejects.toThrow(/taken by a newer version/);
});
