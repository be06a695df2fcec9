import { describe, expect, it } from 'vitest';
import type { Role } from '#lib/people/actor.ts';
import { abilitiesOf } from './abilities.ts';
import type { Closing, Hold } from './job.ts';
import { nextStep } from './next-step.ts';
import { isEdge, STATUSES, type Status } from './status.ts';

const abilities = (role: Role) => abilitiesOf({ kind: 'person', shopId: 's', id: 'a', name: 'A', role });
const hold = (from: Status): Hold => ({ reason: 'stones', note: null, until: null, from });
const job = (status: Status, vendor: string | null = null) => ({
	status,
	vendor,
	hold: status === 'OH' ? hold('CR') : null,
	closing: null as Closing | null
});
const closed = { ...job('RP'), closing: { outcome: 'picked_up', reason: null, at: '' } as const };

describe('[W3] the next step of a job', () => {
	it.each([
		['QN', null, { do: 'move', to: 'CR' }],
		['QN', 'Castwell', { do: 'move', to: 'AVQ' }],
		['AVQ', 'Castwell', { do: 'move', to: 'CR' }],
		['CR', null, { do: 'move', to: 'IP' }],
		['IP', null, { do: 'move', to: 'RP' }],
		['RP', null, { do: 'pick_up' }],
		['OH', null, { do: 'move', to: 'CR' }]
	] as const)('from %s with vendor %s', (status, vendor, step) => {
		expect(nextStep(job(status, vendor), abilities('salesperson'))).toEqual(step);
	});

	it('is an edge of the workflow wherever it is a move', () => {
		for (const status of STATUSES) {
			const step = nextStep(job(status, 'Castwell'), abilities('admin'));
			if (step?.do === 'move') expect(isEdge(status, step.to)).toBe(true);
		}
	});

	it('[W10] of a closed job is an admin’s to reopen', () => {
		expect(nextStep(closed, abilities('admin'))).toEqual({ do: 'reopen' });
		expect(nextStep(closed, abilities('salesperson'))).toBeNull();
	});

	it('[W13] is offered to those who may take it', () => {
		const steps = (role: Role) => STATUSES.filter((status) => nextStep(job(status), abilities(role)));
		expect(steps('viewer')).toEqual([]);
		expect(steps('jeweler')).toEqual(['IP']);
		expect(nextStep({ ...job('OH'), hold: hold('IP') }, abilities('jeweler'))).toEqual({
			do: 'move',
			to: 'IP'
		});
	});
});
