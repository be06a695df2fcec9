import type { Threshold } from '#lib/jobs/aging.ts';
import { SPEC_FIELDS, type Spec } from '#lib/jobs/job.ts';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import type { RulesChange, ShopHoldReason, ShopRules } from './shop-settings.ts';

export type ThresholdField = `thresholds.${Status}`;
export type ChoicesField = `choices.${keyof Spec}`;

/** What two admins can change beside each other: a list is one field, each status and each field's choices are their own. */
export type RuleField =
	'name' | 'timeZone' | 'dueSoonDays' | ThresholdField | 'holdReasons' | 'locations' | ChoicesField;

export const THRESHOLD_FIELDS: readonly ThresholdField[] = STATUSES.map(
	(status) => `thresholds.${status}` as const
);
export const CHOICES_FIELDS: readonly ChoicesField[] = SPEC_FIELDS.map(
	(field) => `choices.${field}` as const
);
export const RULE_FIELDS: readonly RuleField[] = [
	'name',
	'timeZone',
	'dueSoonDays',
	...THRESHOLD_FIELDS,
	'holdReasons',
	'locations',
	...CHOICES_FIELDS
];

export type RuleValue = string | number | Threshold | null | readonly string[] | readonly ShopHoldReason[];

export type RuleValues = Readonly<Record<RuleField, RuleValue>>;

/** The rules on one level, a value a field. */
export function valuesOf(rules: Omit<ShopRules, 'version' | 'logo'>): RuleValues {
	const { name, timeZone, dueSoonDays, thresholds, holdReasons, locations, choices } = rules;
	return {
		name,
		timeZone,
		dueSoonDays,
		holdReasons,
		locations,
		...Object.fromEntries(STATUSES.map((status) => [`thresholds.${status}`, thresholds[status]])),
		...Object.fromEntries(SPEC_FIELDS.map((field) => [`choices.${field}`, choices[field] ?? []]))
	} as RuleValues;
}

/** The fields in which they differ, in the order in which they are asked. */
export function differingFields(one: RuleValues, other: RuleValues): RuleField[] {
	return RULE_FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** The change that brings some fields to these values. */
export function changeTo(values: RuleValues, fields: readonly RuleField[]): RulesChange {
	const change: Record<string, unknown> = {};
	for (const field of fields) {
		const [part = field, key] = field.split('.');
		change[part] = key ? { ...(change[part] as object | undefined), [key]: values[field] } : values[field];
	}
	return change;
}

/** The rules after a change. Choices that are emptied are the trade's again. */
export function withChange<Rules extends Omit<ShopRules, 'version' | 'logo'>>(
	rules: Rules,
	{ thresholds, choices, ...change }: RulesChange
): Rules {
	const named = Object.entries(change).filter(([, value]) => value !== undefined);
	const own = Object.entries({ ...rules.choices, ...choices }).filter(([, list]) => list.length > 0);
	return {
		...rules,
		...Object.fromEntries(named),
		thresholds: { ...rules.thresholds, ...thresholds },
		choices: Object.fromEntries(own)
	};
}
