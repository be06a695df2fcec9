import { PreferencesInput } from '#lib/finding/preferences.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { savePreferences } from '#lib/server/people/preferences.ts';

export const PUT = api(async (event, { deps, actor }) =>
	answer(await savePreferences(deps, actor, await readInput(event, PreferencesInput)))
);
