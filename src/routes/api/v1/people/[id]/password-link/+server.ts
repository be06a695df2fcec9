import { answer, api } from '#lib/server/http/api.ts';
import { linkAddress } from '#lib/server/http/link-address.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import { makePasswordLink } from '#lib/server/people/make-password-link.ts';
import type { RequestEvent } from './$types';

export const POST = api(async (event: RequestEvent, { deps, actor }) => {
	const id = pathId(event.params.id, 'not_found');
	const { token, expiresAt } = await makePasswordLink(deps, actor, id);
	return answer({ link: linkAddress(event, 'password', token), expiresAt }, 201);
});
