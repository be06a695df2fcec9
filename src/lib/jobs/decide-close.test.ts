import { describe, expect, it } from 'vitest';
import { ROLES, type Actor, type Role } from '#lib/people/actor.ts';
import { abilitiesOf } from './abilities.ts';
import { STATUSES, type Status } from './status.ts';
import { decideClose, decideReopen, type CloseJob } from './workflow.ts';

type Who = Role | 'display';

const EVERYBODY: Who[] = [...ROLES, 'display'];
const base = { shopId: 'shop', id: 'ana', name: 'Ana' };
const actorOf = (who: Who): Actor =>
	who === 'display' ? { ...base, kind: 'display' } : { ...base, kind: 'person', role: who };

function closing(who: Who, status: Status, close: CloseJob, closed = false): string {
	const decision = decideClose({ status, closed }, close, abilitiesOf(actorOf(who)));
	return decision.ok ? 'ok' : decision.refusal.code;
}

function reopening(who: Who, closed: boolean): string {
	const decision = decideReopen({ closed }, abilitiesOf(actorOf(who)));
	return decision.ok ? 'ok' : decision.refusal.code;
}

describe('[W10] closing a job', () => {
	for (const status of STATUSES) {
		const expected = status === 'RP' ? 'ok' : 'close.not_ready';
		it(`as picked up from ${status} is ${expected}`, () => {
			expect(closing('salesperson', status, { outcome: 'picked_up' })).toBe(expected);
			expect(closing('salesperson', status, { outcome: 'picked_up', reason: 'Paid' })).toBe(expected);
		});

		it(`as cancelled from ${status} needs a reason only`, () => {
			expect(closing('salesperson', status, { outcome: 'cancelled', reason: 'Too dear' })).toBe('ok');
			for (const reason of [undefined, null, '', ' \t\n']) {
				const refused = closing('salesperson', status, { outcome: 'cancelled', reason });
				expect(refused, JSON.stringify(reason)).toBe('close.reason_required');
			}
		});
	}

	it('is for admins and salespeople', () => {
		const may = EVERYBODY.filter((who) => closing(who, 'RP', { outcome: 'picked_up' }) === 'ok');
		expect(may).toEqual(['admin', 'salesperson']);
	});

	it('tells the most basic refusal first', () => {
		expect(closing('jeweler', 'IP', { outcome: 'picked_up' }, true)).toBe('forbidden');
		expect(closing('admin', 'IP', { outcome: 'picked_up' }, true)).toBe('job.closed');
		expect(closing('admin', 'IP', { outcome: 'cancelled' }, true)).toBe('job.closed');
	});
});

describe('[W10] reopening a job', () => {
	const expected: Record<Who, string> = {
		admin: 'ok',
		salesperson: 'forbidden',
		jeweler: 'forbidden',
		viewer: 'forbidden',
		display: 'forbidden'
	};
	for (const who of EVERYBODY) {
		it(`is ${expected[who]} for a ${who}`, () => {
			expect(reopening(who, true)).toBe(expected[who]);
		});
	}

	it('needs a closed one, and says so to admins only', () => {
		expect(reopening('admin', false)).toBe('job.not_closed');
		expect(reopening('salesperson', false)).toBe('forbidden');
	});
});
