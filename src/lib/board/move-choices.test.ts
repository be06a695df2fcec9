import { describe, expect, test } from 'vitest';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Hold } from '#lib/jobs/job.ts';
import type { Role } from '#lib/people/actor.ts';
import { moveChoices, offersAnything } from './move-choices.ts';

const as = (role: Role) => abilitiesOf({ kind: 'person', shopId: 's', id: 'p', name: 'Ana', role });
const heldFrom = (from: Hold['from']): Hold => ({ reason: 'stones', note: null, until: null, from });

describe('the "Move to…" menu', () => {
	test('[W2] lists the allowed statuses of the workflow and no other', () => {
		expect(moveChoices({ status: 'IP', hold: null }, as('salesperson')).statuses).toEqual(['RP', 'OH']);
		expect(moveChoices({ status: 'QN', hold: null }, as('admin')).statuses).toEqual([
			'AVQ',
			'CR',
			'IP',
			'OH'
		]);
	});

	test('[W6] [W7] offers to resume first, and every other status besides', () => {
		const choices = moveChoices({ status: 'OH', hold: heldFrom('CR') }, as('admin'));
		expect(choices.resume).toBe('CR');
		expect(choices.statuses).toEqual(['QN', 'AVQ', 'IP', 'RP']);
	});

	test('[W13] offers a jeweler no resuming into a status that a jeweler may not move to', () => {
		const choices = moveChoices({ status: 'OH', hold: heldFrom('CR') }, as('jeweler'));
		expect(choices).toEqual({ resume: null, statuses: ['IP'], pickUp: false, cancel: false });
	});

	test('[W10] offers pick-up from Ready for pickup only, cancelling from everywhere', () => {
		expect(moveChoices({ status: 'RP', hold: null }, as('salesperson'))).toMatchObject({
			pickUp: true,
			cancel: true
		});
		expect(moveChoices({ status: 'CR', hold: null }, as('salesperson'))).toMatchObject({
			pickUp: false,
			cancel: true
		});
	});

	test('[W13] is not there where it would be empty', () => {
		const offersTo = (role: Role, status: 'QN' | 'IP') => offersAnything({ status, hold: null }, as(role));
		expect([offersTo('jeweler', 'QN'), offersTo('jeweler', 'IP')]).toEqual([false, true]);
		expect([offersTo('viewer', 'IP'), offersTo('salesperson', 'QN')]).toEqual([false, true]);
	});

	test('[W13] offers a viewer nothing', () => {
		const choices = moveChoices({ status: 'RP', hold: null }, as('viewer'));
		expect(choices).toEqual({ resume: null, statuses: [], pickUp: false, cancel: false });
	});
});
