import { answer, api, readInput } from '#lib/server/http/api.ts';
import { changeSettings } from '#lib/server/settings/change-settings.ts';
import { readSettings } from '#lib/server/settings/read-settings.ts';
import { ChangeSettingsInput } from '#lib/settings/settings-input.ts';

export const GET = api(async (_event, { deps, actor }) =>
	answer({ settings: await readSettings(deps, actor) })
);

export const PATCH = api(async (event, { deps, actor }) => {
	const input = await readInput(event, ChangeSettingsInput);
	return answer({ settings: await changeSettings(deps, actor, input) });
});
