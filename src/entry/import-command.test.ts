import { describe, expect, test } from 'vitest';
import { readImportCommand } from './import-command.ts';

describe('the command line of npm run import', () => {
	test('needs a file and a shop', () => {
		expect(readImportCommand(['jobs.csv', '--shop', 'Marchetti'])).toEqual({
			file: 'jobs.csv',
			shop: 'Marchetti',
			by: null,
			kind: 'jobs',
			options: { mappings: [], dateOrder: null, decimal: '.', dryRun: false },
			json: false
		});
	});

	test('says how to read the file', () => {
		const said = [
			'--map',
			'Due = promised date',
			'--map',
			'a=b=ignore',
			'--date-format',
			'dmy',
			'--decimal',
			','
		];
		const flags = ['--kind', 'contacts', '--by', 'ana@example.com', '--dry-run', '--json'];
		expect(readImportCommand(['--shop', 'M', ...said, ...flags, 'x.csv'])).toMatchObject({
			kind: 'contacts',
			by: 'ana@example.com',
			options: {
				mappings: [
					{ column: 'Due', field: 'promised date' },
					{ column: 'a=b', field: 'ignore' }
				],
				dateOrder: 'dmy',
				decimal: ',',
				dryRun: true
			},
			json: true
		});
	});

	test.each([
		[['--shop', 'M'], /Which file\?\nUsage/],
		[['a.csv'], /Which shop\?/],
		[['a.csv', 'b.csv', '--shop', 'M'], /One file at a time: “b.csv”/],
		[['a.csv', '--shop', 'M', '--kind', 'pets'], /--kind is one of jobs {2}contacts/],
		[['a.csv', '--shop', 'M', '--date-format', 'dd'], /--date-format is one of/],
		[['a.csv', '--shop', 'M', '--decimal', 'x'], /--decimal is one of/],
		[['a.csv', '--shop', 'M', '--map', 'Due'], /--map takes COLUMN=FIELD/],
		[['a.csv', '--shop', 'M', '--map', '=notes'], /--map takes COLUMN=FIELD/],
		[['a.csv', '--shop'], /--shop/],
		[['a.csv', '--colour'], /--colour/]
	])('is refused with words: %j', (args, words) => {
		expect(() => readImportCommand(args)).toThrow(words);
	});
});
