import { expect, test } from 'vitest';
import { describeReport } from './describe-report.ts';
import type { ImportReport } from './report.ts';

const REPORT: ImportReport = {
	kind: 'jobs',
	outcome: 'imported',
	shop: { id: 's', name: 'Marchetti' },
	by: { id: 'a', name: 'Ana' },
	columns: [],
	rows: 1200,
	problems: [],
	warnings: [],
	there: [],
	jobs: [],
	contacts: []
};
const jobs = [
	{ line: 2, number: 7, customer: 'Maria' },
	{ line: 3, number: 8, customer: 'Tom' }
];
const lastLine = (report: Partial<ImportReport>) =>
	describeReport({ ...REPORT, ...report })
		.split('\n')
		.at(-1);

test.each<[string, Partial<ImportReport>]>([
	['Imported 2 jobs and 1 new contact, #000007 to #000008.', { jobs, contacts: [{ line: 3, name: 'Tom' }] }],
	[
		'Imported 1 job and 0 new contacts, #000007. 1 row is there already.',
		{ jobs: jobs.slice(0, 1), there: [{ line: 9, as: '#000001' }] }
	],
	['Imported 1 contact.', { kind: 'contacts', contacts: [{ line: 3, name: 'Tom' }] }],
	['There was nothing new: 1 row is there already.', { there: [{ line: 9, as: '#000001' }] }],
	[
		'Nothing is wrong. This was a dry run: 2 jobs and 0 new contacts would be imported.',
		{ outcome: 'checked', jobs }
	],
	[
		'Nothing was imported: 1 problem in 1,200 rows.',
		{ outcome: 'refused', problems: [{ line: 2, column: null, message: 'x' }] }
	],
	[
		'Nothing was imported: 1 problem.',
		{ outcome: 'refused', rows: 0, problems: [{ line: null, column: null, message: 'x' }] }
	]
])('a report ends with what happened: %s', (words, report) => {
	expect(lastLine(report)).toBe(words);
});

test('[I1] a report names columns that are called otherwise, and problems by line and column', () => {
	const text = describeReport({
		...REPORT,
		outcome: 'refused',
		columns: [
			{ title: 'Due', field: 'Promised date', isMapped: true },
			{ title: 'Colour of box', field: null, isMapped: false },
			{ title: 'Type', field: 'Type', isMapped: false }
		],
		problems: [
			{ line: null, column: null, message: 'Whole file.' },
			{ line: 4, column: 'Due', message: 'No date.' }
		]
	});
	expect(text.split('\n').filter((line) => line.startsWith('  '))).toEqual([
		'  Due            →  Promised date (as you said)',
		'  Colour of box  →  not imported',
		'  1 column is named like its field',
		'  Whole file.',
		'  line 4, Due: No date.'
	]);
});
