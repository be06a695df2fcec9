import { ChangePasswordInput } from '#lib/people/profile-input.ts';
import { answerNothing, api, readInput } from '#lib/server/http/api.ts';
import { changePassword } from '#lib/server/people/change-password.ts';

export const POST = api(async (event, { deps, actor }) => {
	const input = await readInput(event, ChangePasswordInput);
	await changePassword(deps, actor, { ...input, sessionId: event.locals.session?.id });
	return answerNothing();
});
