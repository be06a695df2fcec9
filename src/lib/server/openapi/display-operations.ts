import { ChangeDisplayInput, PairDisplayInput } from '#lib/displays/display-input.ts';
import type { Operation } from './operation.ts';

export const DISPLAY_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/displays',
		summary: 'List the displays of the shop',
		answer: { status: 200, description: '`{displays}`' },
		problems: ['forbidden']
	},
	{
		method: 'post',
		path: '/displays',
		summary: 'Pair the screen that shows a code',
		body: PairDisplayInput,
		answer: { status: 201, description: '`{display}`' },
		problems: ['forbidden', 'display.code_wrong', 'mutation.reused', 'request.too_many']
	},
	{
		method: 'patch',
		path: '/displays/{id}',
		summary: 'Change what a display is called and shows; its screens follow by themselves',
		body: ChangeDisplayInput,
		answer: { status: 200, description: '`{display}`' },
		problems: ['forbidden', 'display.not_found']
	},
	{
		method: 'delete',
		path: '/displays/{id}',
		summary: 'Revoke a display: its token is worth nothing any more',
		answer: { status: 204, description: 'Revoked', type: null },
		problems: ['forbidden', 'display.not_found']
	},
	{
		method: 'post',
		path: '/displays/code',
		summary: 'Ask for a code, as a screen that waits to be paired',
		answer: {
			status: 200,
			description:
				'`{state: "waiting", code, changesAt}`, and the screen’s token in the cookie `benchboard_display`; ' +
				'`{state: "paired"}` when it speaks for a display'
		},
		problems: ['request.too_many'],
		isPublic: true
	},
	{
		method: 'get',
		path: '/displays/code',
		summary: 'Ask, as a screen that waits, whether it was paired',
		answer: {
			status: 200,
			description: '`{state}`: `waiting`, `paired` or `unknown`, which wants a new code'
		},
		problems: ['request.too_many'],
		isPublic: true
	}
];
