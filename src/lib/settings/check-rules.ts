import * as v from 'valibot';
import { ChangeSettingsInput } from './settings-input.ts';
import type { RulesChange } from './shop-settings.ts';

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

/** What a change says once it is read; `null` for one that cannot be sent. */
export function readRules(change: object): RulesChange | null {
	const parsed = v.safeParse(ChangeSettingsInput, { version: 1, ...change });
	if (!parsed.success) return null;
	const { version: _version, mutationId: _mutationId, ...rules } = parsed.output;
	return rules;
}
