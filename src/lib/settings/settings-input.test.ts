import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { ChangeSettingsInput, MOST_CHOICES, MOST_DAYS, MOST_HOLD_REASONS } from './settings-input.ts';

/** What is said of each field of a change. */
function faults(change: object): Record<string, string> {
	const parsed = v.safeParse(ChangeSettingsInput, { version: 1, ...change });
	if (parsed.success) return {};
	return Object.fromEntries(
		parsed.issues.map((issue) => [v.getDotPath(issue) ?? 'body', issue.message]).reverse()
	) as Record<string, string>;
}
const isTaken = (change: object) => Object.keys(faults(change)).length === 0;
const parse = (change: object) => v.parse(ChangeSettingsInput, { version: 1, ...change });
const QN = (amber: unknown, red: unknown) => ({ thresholds: { QN: { amber, red } } });

describe('[G2] thresholds', () => {
	test.each([
		[1, 2],
		[2, 4],
		[364, 365]
	])('amber %d and red %d are taken', (amber, red) => expect(isTaken(QN(amber, red))).toBe(true));

	test.each([
		['red before amber', 4, 2, ['thresholds.QN.red']],
		['red with amber', 4, 4, ['thresholds.QN.red']],
		['no day', 0, 4, ['thresholds.QN.amber']],
		['less than none', -1, 4, ['thresholds.QN.amber']],
		['half a day', 1.5, 4, ['thresholds.QN.amber']],
		['more than a year', 2, 366, ['thresholds.QN.red']],
		['no number', '2', NaN, ['thresholds.QN.amber', 'thresholds.QN.red']],
		['one without the other', 2, undefined, ['thresholds.QN.red']]
	])('%s is refused', (_, amber, red, fields) =>
		expect(Object.keys(faults(QN(amber, red))).sort()).toEqual(fields)
	);

	test('no thresholds leave the promised date alone to rule', () =>
		expect(parse({ thresholds: { RP: null } }).thresholds).toEqual({ RP: null }));

	test('a status that does not exist is refused', () =>
		expect(Object.keys(faults({ thresholds: { DONE: null } }))).toEqual(['thresholds.DONE']));

	test('whatever is taken has amber before red, whole days within a year', () => {
		const number = fc.oneof(fc.integer({ min: -3, max: 370 }), fc.double(), fc.constant(null));
		fc.assert(
			fc.property(fc.constantFrom(...STATUSES), number, number, (status, amber, red) => {
				const change = { version: 1, thresholds: { [status]: { amber, red } } };
				const parsed = v.safeParse(ChangeSettingsInput, change);
				if (!parsed.success) return;
				const taken = parsed.output.thresholds?.[status];
				expect(taken).not.toBeNull();
				expect([taken!.amber, taken!.red].every(Number.isInteger)).toBe(true);
				expect(taken!.amber).toBeGreaterThanOrEqual(1);
				expect(taken!.amber).toBeLessThan(taken!.red);
				expect(taken!.red).toBeLessThanOrEqual(MOST_DAYS);
			}),
			{ numRuns: 500 }
		);
	});

	test('what a new shop starts with is taken', () => expect(isTaken(DEFAULT_AGING)).toBe(true));
});

describe('[G1] due soon', () => {
	test.each([0, 1, 3, 365])('%d days before are taken', (dueSoonDays) =>
		expect(isTaken({ dueSoonDays })).toBe(true)
	);
	test.each([-1, 1.5, 366, '3', null, Infinity])('%s is refused', (dueSoonDays) =>
		expect(Object.keys(faults({ dueSoonDays }))).toEqual(['dueSoonDays'])
	);
});

describe('the name', () => {
	test('is one line without spaces around it', () =>
		expect(parse({ name: '  Golden \n Hour ' }).name).toBe('Golden Hour'));
	test('may be written from right to left', () => expect(isTaken({ name: 'صائغ\u200f' })).toBe(true));
	test.each([
		['empty', ''],
		['blank', ' \t\n '],
		['invisible', '\u200b\u200d\u2060'],
		['of 101 letters', 'x'.repeat(101)],
		['with a control character', 'Golden\u0007Hour'],
		['that turns what follows it', 'Golden\u202eHour'],
		['with half a letter', 'Golden\ud800'],
		['that is no text', 7],
		['that is nothing', null]
	])('%s is refused', (_, name) => expect(Object.keys(faults({ name }))).toEqual(['name']));
});

describe('[G1] the time zone', () => {
	test.each(['Europe/Vienna', 'UTC', 'America/Argentina/Buenos_Aires'])('%s is taken', (timeZone) =>
		expect(isTaken({ timeZone })).toBe(true)
	);
	test.each(['', 'Mars/Base', '+02:00', 'Europe/Vienna\u0000', 3])('%s is refused', (timeZone) =>
		expect(Object.keys(faults({ timeZone }))).toEqual(['timeZone'])
	);
});

describe('[J4] lists', () => {
	test('keep their order, each entry one line', () =>
		expect(parse({ locations: [' Safe ', 'Bench\t2'] }).locations).toEqual(['Safe', 'Bench 2']));
	test('an entry that is there already is marked, however it is written', () =>
		expect(Object.keys(faults({ locations: ['Safe', 'Bench', 'SAFE '] }))).toEqual(['locations.2']));
	test('an empty entry is marked', () =>
		expect(Object.keys(faults({ choices: { metal: ['Gold', ' '] } }))).toEqual(['choices.metal.1']));
	test('hold as many entries as are chosen from', () => {
		const names = (count: number) => Array.from({ length: count }, (_, at) => `Place ${at}`);
		expect(isTaken({ locations: names(MOST_CHOICES) })).toBe(true);
		expect(Object.keys(faults({ locations: names(MOST_CHOICES + 1) }))).toEqual(['locations']);
	});
	test('a field that has no choices is none', () =>
		expect(Object.keys(faults({ choices: { price: [] } }))).toEqual(['choices.price']));
	test.each(['Safe', [['Safe']], [7], { 0: 'Safe' }])('%j is no list', (locations) =>
		expect(isTaken({ locations })).toBe(false)
	);
});

describe('[W6] hold reasons', () => {
	const reason = (label: string, counts: unknown = 'customer') => ({ label, reason: counts });

	test('count as one of the five', () =>
		expect(isTaken({ holdReasons: [reason('Signature'), reason('Melee', 'stones')] })).toBe(true));
	test.each([
		['one of the five again', [reason('stones')], 'holdReasons.0.label'],
		['twice the same', [reason('Signature'), reason('signature', 'other')], 'holdReasons.1'],
		['without a name', [reason(' ')], 'holdReasons.0.label'],
		['of 61 letters', [reason('x'.repeat(61))], 'holdReasons.0.label'],
		['that counts as nothing', [reason('Signature', 'weather')], 'holdReasons.0.reason'],
		['too many', Array.from({ length: MOST_HOLD_REASONS + 1 }, (_, at) => reason(`R${at}`)), 'holdReasons']
	])('%s is refused', (_, holdReasons, field) =>
		expect(Object.keys(faults({ holdReasons }))).toEqual([field])
	);
});

test('whatever is not known is refused, and so is a change without the version that was seen', () => {
	expect(Object.keys(faults({ logo: null }))).toEqual(['logo']);
	expect(Object.keys(faults({ version: undefined }))).toEqual(['version']);
	for (const version of [0, -1, 1.5, '1', 2_147_483_648]) expect(isTaken({ version })).toBe(false);
});
