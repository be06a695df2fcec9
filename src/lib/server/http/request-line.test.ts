import { expect, test } from 'vitest';
import type { Actor } from '#lib/people/actor.ts';
import { requestLevel, requestLine } from './request-line.ts';

const MOVE = { method: 'POST', route: '/api/v1/jobs/[number]/moves', status: 200, ms: 3.14159 };

test.each([
	['what changes something', MOVE, 'info'],
	['what is refused', { ...MOVE, method: 'GET', status: 404 }, 'info'],
	['a fault', { ...MOVE, status: 500 }, 'info'],
	['what is read', { ...MOVE, method: 'GET' }, 'debug'],
	['a redirect', { ...MOVE, method: 'GET', status: 303 }, 'debug'],
	['a visit of a balancer', { ...MOVE, method: 'GET', route: '/readyz' }, 'trace'],
	[
		'a visit of a balancer that is sent away',
		{ ...MOVE, method: 'GET', route: '/readyz', status: 503 },
		'info'
	]
])('%s is told at its level', (_, request, level) => expect(requestLevel(request)).toBe(level));

const ana: Actor = {
	kind: 'person',
	shopId: 's1',
	id: 'p1',
	name: 'Ana Ruiz',
	role: 'admin',
	device: 'Chrome'
};
const wall: Actor = { kind: 'display', shopId: 's1', id: 'd1', name: 'Workshop' };

test.each([
	['a person', ana, { shopId: 's1', personId: 'p1' }],
	['a display', wall, { shopId: 's1', displayId: 'd1' }],
	['nobody', null, { shopId: null, personId: null }]
])('the line of a request of %s says who, by ids alone', (_, actor, who) => {
	expect(requestLine(MOVE, 'request-1', actor)).toEqual({ requestId: 'request-1', ...who, ...MOVE, ms: 3.1 });
});
