import type { Problem } from '#lib/problems/problem.ts';
import { sendJson } from '#lib/realtime/http-transport.ts';
import type { ChangeSettingsInput } from './settings-input.ts';
import type { ShopRules } from './shop-settings.ts';

/** Milliseconds that a change may take. */
const ANSWER_MS = 10_000;

export type SettingsAnswer = { ok: true; settings: ShopRules } | { ok: false; problem: Problem };

/** Sends a change; rejects when the server is not reached. */
export type SaveSettings = (change: ChangeSettingsInput) => Promise<SettingsAnswer>;

/** A change that got no answer is sent again as it is: wanting what is so already changes nothing. */
export function saveSettings(fetch: typeof globalThis.fetch): SaveSettings {
	return async (change) => {
		const answer = await sendJson<{ settings: ShopRules }>(fetch, {
			method: 'PATCH',
			path: '/api/v1/settings',
			body: change,
			signal: AbortSignal.timeout(ANSWER_MS)
		});
		return answer.ok ? { ok: true, settings: answer.body.settings } : answer;
	};
}
