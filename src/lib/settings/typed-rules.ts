import { HOLD_REASONS, SPEC_FIELDS, type HoldReason, type Spec } from '#lib/jobs/job.ts';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import { LOCATION_CHOICES, SPEC_CHOICES } from '#lib/jobs/trade-choices.ts';
import { choicesFor, placesOf } from './choices.ts';
import type { RuleField, RuleValues } from './rule-fields.ts';
import type { ShopRules } from './shop-settings.ts';

/** Days as they are typed: nothing, or whatever number. */
export type TypedDays = number | null;

/** The settings as they stand in the fields of their page. */
export interface TypedRules {
	name: string;
	timeZone: string;
	dueSoonDays: TypedDays;
	thresholds: Record<Status, { amber: TypedDays; red: TypedDays }>;
	holdReasons: { label: string; reason: HoldReason }[];
	/** An entry a line; where the shop has no list of its own, the trade's. */
	locations: string;
	choices: Record<keyof Spec, string>;
}

/** The settings as they begin to be typed. */
export function typedRules(rules: ShopRules): TypedRules {
	const { name, timeZone, dueSoonDays, thresholds, holdReasons } = rules;
	const days = STATUSES.map((status) => {
		const { amber = null, red = null } = thresholds[status] ?? {};
		return [status, { amber, red }];
	});
	const choices = SPEC_FIELDS.map((field) => [field, choicesFor(field, rules).join('\n')]);
	return {
		name,
		timeZone,
		dueSoonDays,
		thresholds: Object.fromEntries(days) as TypedRules['thresholds'],
		holdReasons: holdReasons.map((reason) => ({ ...reason })),
		locations: placesOf(rules).join('\n'),
		choices: Object.fromEntries(choices) as TypedRules['choices']
	};
}

/** What is meant by what was typed; whether it can be, the schema says. */
export function meantBy(typed: TypedRules): RuleValues {
	const { name, timeZone, dueSoonDays, thresholds, holdReasons, locations, choices } = typed;
	const days = STATUSES.map((status) => {
		const { amber, red } = thresholds[status];
		return [`thresholds.${status}`, amber === null && red === null ? null : { amber, red }];
	});
	const lists = SPEC_FIELDS.map((field) => [
		`choices.${field}`,
		ownList(choices[field], SPEC_CHOICES[field])
	]);
	return {
		name: name.trim(),
		timeZone,
		dueSoonDays,
		holdReasons: holdReasons.map(({ label, reason }) => ({ label: label.trim(), reason })),
		locations: ownList(locations, LOCATION_CHOICES),
		...Object.fromEntries([...days, ...lists])
	} as RuleValues;
}

/** The entries of a list that is typed an entry a line. */
export function entriesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}

/** Puts another value into a field of what is typed. */
export function typeRule(typed: TypedRules, field: RuleField, from: TypedRules): void {
	const [part, key] = field.split('.') as [keyof TypedRules, string | undefined];
	const [into, source]: unknown[] = key ? [typed[part], from[part]] : [typed, from];
	const name = key ?? part;
	(into as Record<string, unknown>)[name] = structuredClone((source as Record<string, unknown>)[name]);
}

/** A reason that is to be typed. */
export const NEW_REASON = { label: '', reason: HOLD_REASONS[0] };

/** The trade's own list is none of the shop's, and so is an empty one. */
function ownList(text: string, trades: readonly string[] = []): string[] {
	const entries = entriesOf(text);
	return entries.join('\n') === trades.join('\n') ? [] : entries;
}
