import { describe, expect, test } from 'vitest';
import { STATUS_FACTS, STATUSES } from '#lib/jobs/status.ts';
import { readHoldReason, readRoles, readStatus, readType, readYesNo } from './words.ts';

const valueOf = <Value>(read: { ok: true; value: Value } | { ok: false; message: string }) =>
	read.ok ? read.value : read.message;

test.each(STATUSES)('[W1] %s is read by its code and its name, in any spelling', (status) => {
	const { name } = STATUS_FACTS[status];
	for (const text of [status, status.toLowerCase(), name, name.toUpperCase(), name.replace(/ /g, '-')])
		expect(valueOf(readStatus(text))).toBe(status);
});

test('[W10] a job that is done with is not imported, and a status that there is none is named', () => {
	for (const text of ['Picked up', 'cancelled', 'DONE'])
		expect(valueOf(readStatus(text))).toContain('Only open jobs');
	expect(valueOf(readStatus('Polishing'))).toContain('Quote needed');
});

test('[J1] the type is read in a shop’s words', () => {
	expect(['Custom', 'custom build', 'Bespoke'].map((text) => valueOf(readType(text)))).toEqual(
		Array(3).fill('custom')
	);
	expect(['REPAIR', 'Repairs', 'sizing'].map((text) => valueOf(readType(text)))).toEqual(
		Array(3).fill('repair')
	);
	expect(valueOf(readType('ring'))).toContain('neither custom nor repair');
});

test.each([
	['Stones', { reason: 'stones', note: null }],
	['waiting on customer', { reason: 'customer', note: null }],
	['Waiting for vendor', { reason: 'vendor', note: null }],
	['deposit', { reason: 'deposit', note: null }],
	['Insurance papers', { reason: 'other', note: 'Insurance papers' }]
])('[W6] a job on hold for %j is on hold for', (text, expected) => {
	expect(readHoldReason(text)).toEqual(expected);
});

test('yes and no are read as people tick them', () => {
	for (const text of ['yes', 'Y', 'TRUE', '1', 'x', 'Rush', '✓']) expect(valueOf(readYesNo(text))).toBe(true);
	for (const text of ['no', 'N', 'False', '0', '-', 'normal']) expect(valueOf(readYesNo(text))).toBe(false);
	expect(valueOf(readYesNo('maybe'))).toContain('neither yes nor no');
});

describe('[S4] a contact', () => {
	test.each([
		['customer', ['customer']],
		['Supplier', ['vendor']],
		['both', ['customer', 'vendor']],
		['customer, vendor', ['customer', 'vendor']],
		['Vendor and Customer', ['customer', 'vendor']],
		['client/supplier', ['customer', 'vendor']]
	])('called %j is', (text, expected) => expect(valueOf(readRoles(text))).toEqual(expected));

	test.each(['friend', 'customer and friend', ','])('is never %j', (text) => {
		expect(valueOf(readRoles(text))).toContain('neither customer nor vendor');
	});
});
