import { SinceInput } from '#lib/board/board-input.ts';
import { SignInInput } from '#lib/people/sign-in-input.ts';
import { CONTACT_OPERATIONS } from './contact-operations.ts';
import { ATTACHMENT_OPERATIONS } from './attachment-operations.ts';
import { DASHBOARD_OPERATIONS } from './dashboard-operations.ts';
import { DISPLAY_OPERATIONS } from './display-operations.ts';
import { FINDING_OPERATIONS } from './finding-operations.ts';
import { JOB_OPERATIONS } from './job-operations.ts';
import { PEOPLE_OPERATIONS } from './people-operations.ts';
import type { Operation } from './operation.ts';
import { SETTINGS_OPERATIONS } from './settings-operations.ts';

/** Every method of every address below `/api/v1`. A test compares it with the routes. */
export const OPERATIONS: readonly Operation[] = [
	{
		method: 'post',
		path: '/session',
		summary: 'Sign in',
		body: SignInInput,
		answer: { status: 200, description: '`{token, user}`, and the session cookie' },
		problems: ['credentials.wrong', 'request.too_many'],
		isPublic: true
	},
	{
		method: 'delete',
		path: '/session',
		summary: 'Sign out',
		answer: { status: 204, description: 'Signed out', type: null }
	},
	{
		method: 'get',
		path: '/board',
		summary: 'Read the board: one consistent snapshot',
		answer: {
			status: 200,
			description:
				'`{version, now, shop, statuses, cards, abilities}`; for a display, with `display`, as it may see them'
		}
	},
	{
		method: 'get',
		path: '/board/changes',
		summary: 'Read what changed since a version',
		query: SinceInput,
		answer: { status: 200, description: '`{from, to, changes}`' },
		problems: ['changes.expired']
	},
	...FINDING_OPERATIONS,
	...DASHBOARD_OPERATIONS,
	...JOB_OPERATIONS,
	...CONTACT_OPERATIONS,
	...PEOPLE_OPERATIONS,
	...ATTACHMENT_OPERATIONS,
	...DISPLAY_OPERATIONS,
	...SETTINGS_OPERATIONS,
	{
		method: 'get',
		path: '/openapi.json',
		summary: 'This document',
		answer: { status: 200, description: 'OpenAPI 3.1' },
		isPublic: true
	}
];
