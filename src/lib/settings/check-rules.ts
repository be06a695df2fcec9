import * as v from 'valibot';
import { ChangeSettingsInput } from './settings-input.ts';
import { previewWrong } from './messages.ts';
import { RULE_FIELDS, withChange } from './rule-fields.ts';
import { ruleName } from './rule-words.ts';
import type { RulesChange, ShopRules } from './shop-settings.ts';

/** One sentence for each wrong part of a change, as the server would say it; nothing when it can be sent. */
export function checkRules(change: object): Record<string, string> {
	const parsed = v.safeParse(ChangeSettingsInput, { version: 1, ...change });
	const said = new Map<string, string>();
	for (const issue of parsed.issues ?? []) {
		const path = v.getDotPath(issue) ?? '';
		if (!said.has(path)) said.set(path, issue.message);
	}
	return Object.fromEntries(said);
}

/** The rules after a change that is being typed, or the first thing that is wrong with it. */
export function rulesAfter(
	rules: ShopRules,
	change: RulesChange
): { rules: ShopRules; fault: null } | { rules: null; fault: string } {
	const [first] = Object.entries(checkRules(change));
	if (!first) return { rules: withChange(rules, change), fault: null };
	const [path, fault] = first;
	const field = RULE_FIELDS.find((known) => path === known || path.startsWith(`${known}.`));
	return { rules: null, fault: field ? previewWrong(ruleName(field), fault) : fault };
}
