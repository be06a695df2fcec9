import { InviteInput } from '#lib/people/link-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { linkAddress } from '#lib/server/http/link-address.ts';
import { invitePerson } from '#lib/server/people/invite-person.ts';
import { listInvitations } from '#lib/server/people/list-invitations.ts';

export const GET = api(async (_event, { deps, actor }) =>
	answer({ invitations: await listInvitations(deps, actor) })
);

export const POST = api(async (event, { deps, actor }) => {
	const { invitation, token } = await invitePerson(deps, actor, await readInput(event, InviteInput));
	return answer({ invitation, link: linkAddress(event, 'invitation', token) }, 201);
});
