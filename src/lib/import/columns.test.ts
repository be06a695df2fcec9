import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SPEC_LABELS } from '#lib/jobs/page/spec-groups.ts';
import { mapColumns, type Mapping } from './columns.ts';
import { CONTACT_FIELDS } from './contact-fields.ts';
import type { FieldFacts } from './field.ts';
import { foldTitle } from './fold.ts';
import { JOB_FIELDS } from './job-fields.ts';

const REQUIRED = ['Type', 'Customer', 'Promised date'];
const map = (header: string[], ...said: [column: string, field: string][]) =>
	mapColumns(
		header,
		JOB_FIELDS,
		said.map(([column, field]): Mapping => ({ column, field }))
	);
const fieldsOf = (header: string[], ...said: [string, string][]) =>
	map(header, ...said).columns.map(({ field }) => field);
const messages = (header: string[], ...said: [string, string][]) =>
	map(header, ...said).issues.map(({ message }) => message);

describe('columns', () => {
	test('are known by their titles, in any case and spelling', () => {
		expect(
			fieldsOf(['JOB #', 'order-type', 'Client', 'due date', 'E-Mail', 'Ring Size', 'Favourite colour'])
		).toEqual(['oldNumber', 'type', 'customer', 'promisedOn', 'customerEmail', 'size', null]);
	});

	test('are what is said by hand, before what their titles tell', () => {
		const header = ['Type', 'Customer', 'Due', 'Ready', 'Notes'];
		expect(fieldsOf(header, ['ready', 'Promised Date'], ['Notes', 'ignore'])).toEqual([
			'type',
			'customer',
			null,
			'promisedOn',
			null
		]);
		expect(messages(header, ['ready', 'promisedOn'])).toEqual([]);
	});

	test('[I1] that are missing are named, all of them', () => {
		expect(messages(['Notes'])).toEqual([
			expect.stringContaining('no column for Type'),
			expect.stringContaining('no column for Customer.'),
			expect.stringContaining('no column for Promised date')
		]);
	});

	test('[I1] that could be the same are refused with the way out, titles that are the same included', () => {
		expect(messages([...REQUIRED, 'Remarks', 'Comments'])).toEqual([
			'Notes could be “Remarks” and “Comments”. Take one out, as in --map "Comments=ignore".'
		]);
		expect(messages([...REQUIRED, 'Customer'])).toHaveLength(1);
		expect(messages([...REQUIRED, 'Mood', 'Mood', ''])).toEqual([]);
	});

	test('[I1] that --map names must exist, once, and so must its fields', () => {
		expect(messages(REQUIRED, ['Due', 'promised date'])).toEqual([
			expect.stringContaining('“Type”, “Customer”')
		]);
		expect(messages(REQUIRED, ['Type', 'mood'])).toEqual([expect.stringContaining('no such field')]);
		expect(messages([...REQUIRED, 'X', 'x'], ['x', 'notes'])).toContainEqual(
			expect.stringContaining('several columns')
		);
		expect(messages([...REQUIRED, 'X'], ['X', 'notes'], ['x', 'metal'])).toEqual([
			expect.stringContaining('twice')
		]);
		expect(messages(REQUIRED, ['Customer', 'ignore'])).toEqual([
			expect.stringContaining('no column for Customer')
		]);
	});
});

test('[J4] the specification is known by the labels of the job’s page', () => {
	const labels = Object.entries(SPEC_LABELS);
	expect(fieldsOf(labels.map(([, label]) => label))).toEqual(labels.map(([field]) => field));
});

describe.each([
	['jobs', JOB_FIELDS],
	['contacts', CONTACT_FIELDS]
])('the fields of %s', (_, fields: Record<string, FieldFacts>) => {
	test('share no title', () => {
		const names = Object.entries(fields).flatMap(([field, { title, also }]) => [
			...new Set([field, title, ...also].map(foldTitle))
		]);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	test('stand in the documentation, each in a row of its table', () => {
		const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');
		const missing = Object.values(fields).filter(
			({ title }) => !page.includes(`| ${title} |`) && !page.includes(`| **${title}** |`)
		);
		expect(missing).toEqual([]);
	});
});
