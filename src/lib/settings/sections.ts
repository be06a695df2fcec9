import { CHOICES_FIELDS, THRESHOLD_FIELDS, type RuleField } from './rule-fields.ts';

/** What is saved together: thresholds hold only with each other, and a list only as a whole. */
export const SECTION_FIELDS = {
	shop: ['name', 'timeZone'],
	aging: ['dueSoonDays', ...THRESHOLD_FIELDS],
	holdReasons: ['holdReasons'],
	locations: ['locations'],
	choices: CHOICES_FIELDS
} as const satisfies Record<string, readonly RuleField[]>;

export type Section = keyof typeof SECTION_FIELDS;
