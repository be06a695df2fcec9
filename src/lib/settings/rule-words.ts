import type { AuditChange } from '#lib/audit/audit.ts';
import type { Threshold } from '#lib/jobs/aging.ts';
import type { Spec } from '#lib/jobs/job.ts';
import { HOLD_REASON_CHOICES } from '#lib/jobs/messages.ts';
import { SPEC_LABELS } from '#lib/jobs/page/spec-groups.ts';
import { STATUS_FACTS, type Status } from '#lib/jobs/status.ts';
import { differingFields, type RuleField, type RuleValue, type RuleValues } from './rule-fields.ts';
import type { ShopHoldReason } from './shop-settings.ts';

const NAMES: Record<string, string | undefined> = {
	name: 'Name',
	timeZone: 'Time zone',
	dueSoonDays: 'Due soon',
	holdReasons: 'Hold reasons of the shop',
	locations: 'Locations'
};

const THE_TRADES = 'the usual list';
const NONE = 'none';

/** What a field of the rules is called. */
export function ruleName(field: RuleField): string {
	const [part, key] = field.split('.') as [string, string | undefined];
	if (part === 'thresholds') return `Days in ${STATUS_FACTS[key as Status].name}`;
	if (part === 'choices') return `Choices for ${SPEC_LABELS[key as keyof Spec]}`;
	return NAMES[field] ?? field;
}

/** What stands in a field of the rules, as people read it. */
export function ruleWords(field: RuleField, value: RuleValue): string {
	if (field.startsWith('thresholds.')) return thresholdWords(value as Threshold | null);
	if (field === 'dueSoonDays') return dayWords(value as number);
	if (!Array.isArray(value)) return String(value);
	const entries = value as readonly (string | ShopHoldReason)[];
	if (entries.length === 0) return field === 'holdReasons' ? NONE : THE_TRADES;
	return entries.map(entryWords).join(', ');
}

/** What was changed about a shop, for the audit log. */
export function changesBetween(before: RuleValues, after: RuleValues): AuditChange[] {
	return differingFields(before, after).map((field) => ({
		field: ruleName(field),
		before: ruleWords(field, before[field]),
		after: ruleWords(field, after[field])
	}));
}

function thresholdWords(threshold: Threshold | null): string {
	if (!threshold) return 'only the promised date counts';
	return `amber from day ${threshold.amber}, red from day ${threshold.red}`;
}

function dayWords(days: number): string {
	if (days === 0) return 'on the day itself';
	return days === 1 ? '1 day before' : `${days} days before`;
}

function entryWords(entry: string | ShopHoldReason): string {
	return typeof entry === 'string' ? entry : `${entry.label} (${HOLD_REASON_CHOICES[entry.reason]})`;
}
