import { describe, expect, test } from 'vitest';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { changeTo, differingFields, RULE_FIELDS, valuesOf, withChange } from './rule-fields.ts';
import { changesBetween } from './rule-words.ts';
import { DEFAULT_SETTINGS, type ShopRules } from './shop-settings.ts';

const RULES: ShopRules = {
	version: 3,
	name: 'Golden Hour',
	timeZone: 'UTC',
	logo: null,
	...DEFAULT_AGING,
	...DEFAULT_SETTINGS
};
const changed = (change: Parameters<typeof withChange>[1]) => withChange(RULES, change);
const difference = (change: Parameters<typeof withChange>[1]) =>
	changesBetween(valuesOf(RULES), valuesOf(changed(change)));

describe('a change of the rules', () => {
	test('leaves what it does not name', () => {
		const { thresholds, ...rest } = changed({ thresholds: { QN: { amber: 1, red: 2 } } });
		expect(thresholds).toEqual({ ...DEFAULT_AGING.thresholds, QN: { amber: 1, red: 2 } });
		expect({ ...rest, thresholds: DEFAULT_AGING.thresholds }).toEqual(RULES);
		expect(changed({ name: undefined })).toEqual(RULES);
	});

	test('[J4] choices that are emptied are the trade’s again', () => {
		const own = withChange(RULES, { choices: { metal: ['Gold'], finish: ['Matte'] } });
		expect(own.choices).toEqual({ metal: ['Gold'], finish: ['Matte'] });
		expect(withChange(own, { choices: { metal: [] } }).choices).toEqual({ finish: ['Matte'] });
	});

	test('made of all fields in which two rules differ, it leads from the one to the other', () => {
		const other = changed({
			name: 'Blue Hour',
			dueSoonDays: 5,
			thresholds: { IP: { amber: 3, red: 9 }, RP: null },
			holdReasons: [{ label: 'Signature', reason: 'customer' }],
			locations: ['Safe'],
			choices: { metal: ['Gold'] }
		});
		const fields = differingFields(valuesOf(RULES), valuesOf(other));
		expect(fields).toEqual([
			'name',
			'dueSoonDays',
			'thresholds.IP',
			'thresholds.RP',
			'holdReasons',
			'locations',
			'choices.metal'
		]);
		expect(withChange(RULES, changeTo(valuesOf(other), fields))).toEqual(other);
		expect(withChange(other, changeTo(valuesOf(RULES), RULE_FIELDS))).toEqual(RULES);
	});
});

describe('a change in words', () => {
	test.each([
		[{ name: 'Blue Hour' }, 'Name', 'Golden Hour', 'Blue Hour'],
		[{ dueSoonDays: 1 }, 'Due soon', '3 days before', '1 day before'],
		[{ dueSoonDays: 0 }, 'Due soon', '3 days before', 'on the day itself'],
		[
			{ thresholds: { RP: null } },
			'Days in Ready for pickup',
			'amber from day 7, red from day 14',
			'only the promised date counts'
		],
		[{ locations: ['Safe', 'Bench'] }, 'Locations', 'the usual list', 'Safe, Bench'],
		[{ choices: { metal: ['Gold'] } }, 'Choices for Metal', 'the usual list', 'Gold'],
		[
			{ holdReasons: [{ label: 'Signature', reason: 'customer' as const }] },
			'Hold reasons of the shop',
			'none',
			'Signature (Customer)'
		]
	])('%j', (change, field, before, after) => expect(difference(change)).toEqual([{ field, before, after }]));

	test('says nothing of what stays', () => expect(difference({ name: 'Golden Hour' })).toEqual([]));
});
