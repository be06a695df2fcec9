import type { AuditChange } from '#lib/audit/audit.ts';
import type { ShownDisplay } from './display.ts';
import { SETTING_NAMES, settingWords } from './messages.ts';

/** D1: what is different about a display, in words, for the audit log; empty when nothing is. */
export function changedSettings(before: ShownDisplay, after: ShownDisplay): AuditChange[] {
	const [was, is] = [wordsOf(before), wordsOf(after)];
	const fields = Object.keys(SETTING_NAMES) as (keyof typeof SETTING_NAMES)[];
	return fields
		.filter((field) => was[field] !== is[field])
		.map((field) => ({ field: SETTING_NAMES[field], before: was[field], after: is[field] }));
}

function wordsOf({ name, settings }: ShownDisplay) {
	return { name, ...settingWords(settings) };
}
