import { InviteInput } from '#lib/people/link-input.ts';
import { AddPersonInput, ChangePersonInput } from '#lib/people/person-input.ts';
import { ChangePasswordInput, ChangeProfileInput } from '#lib/people/profile-input.ts';
import type { Operation } from './operation.ts';

export const PEOPLE_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/people',
		summary: 'List the people of the shop',
		answer: { status: 200, description: '`{people}`' },
		problems: ['forbidden']
	},
	{
		method: 'post',
		path: '/people',
		summary: 'Add a person to the shop',
		body: AddPersonInput,
		answer: { status: 201, description: '`{person}`' },
		problems: ['forbidden', 'mutation.reused']
	},
	{
		method: 'patch',
		path: '/people/{id}',
		summary: 'Change a person’s name, role or password, end their access or give it back',
		body: ChangePersonInput,
		answer: { status: 200, description: '`{person}`' },
		problems: ['forbidden', 'not_found', 'mutation.reused']
	},
	{
		method: 'post',
		path: '/people/{id}/password-link',
		summary: 'Make a link by which a person chooses a new password; those made before stop working',
		answer: { status: 201, description: '`{link, expiresAt}`; the link is told this once' },
		problems: ['forbidden', 'not_found', 'input.invalid']
	},
	{
		method: 'get',
		path: '/invitations',
		summary: 'List the invitations that nobody has used',
		answer: { status: 200, description: '`{invitations}`, the newest first' },
		problems: ['forbidden']
	},
	{
		method: 'post',
		path: '/invitations',
		summary: 'Invite somebody by a link; the same mutation again is the same invitation under a new link',
		body: InviteInput,
		answer: { status: 201, description: '`{invitation, link}`; the link is told this once' },
		problems: ['forbidden', 'mutation.reused', 'link.used']
	},
	{
		method: 'delete',
		path: '/invitations/{id}',
		summary: 'Withdraw an invitation',
		answer: { status: 204, description: 'Withdrawn', type: null },
		problems: ['forbidden', 'link.not_found', 'link.used']
	},
	{
		method: 'patch',
		path: '/profile',
		summary: 'Change one’s own name',
		body: ChangeProfileInput,
		answer: { status: 200, description: '`{person}`' },
		problems: ['forbidden', 'mutation.reused']
	},
	{
		method: 'post',
		path: '/profile/password',
		summary: 'Change one’s own password; every other session of one’s own ends',
		body: ChangePasswordInput,
		answer: { status: 204, description: 'Changed', type: null },
		problems: ['forbidden', 'request.too_many']
	},
	{
		method: 'get',
		path: '/sessions',
		summary: 'List one’s own sessions',
		answer: { status: 200, description: '`{sessions}`, the one that asks first' },
		problems: ['forbidden']
	},
	{
		method: 'delete',
		path: '/sessions',
		summary: 'Sign out everywhere else',
		answer: { status: 204, description: 'Signed out', type: null },
		problems: ['forbidden']
	},
	{
		method: 'delete',
		path: '/sessions/{id}',
		summary: 'Sign out in one place',
		answer: { status: 204, description: 'Signed out', type: null },
		problems: ['forbidden', 'not_found']
	}
];
