import { ChangeProfileInput } from '#lib/people/profile-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { changeProfile } from '#lib/server/people/change-profile.ts';

export const PATCH = api(async (event, { deps, actor }) =>
	answer({ person: await changeProfile(deps, actor, await readInput(event, ChangeProfileInput)) })
);
