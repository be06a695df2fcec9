import { describe, expect, it } from 'vitest';
import { HOLD_REASONS, type HoldReason } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import { waitingOn, type Party } from './waiting-on.ts';

const jun = { id: 'j', name: 'Jun', initials: 'J' };
const job = (status: Status, more: Partial<Parameters<typeof waitingOn>[0]> = {}) =>
	waitingOn({ status, vendor: null, jeweler: null, hold: null, ...more });

describe('[P4] a job waits', () => {
	const STANDING: [status: Status, party: Party][] = [
		['QN', 'us'],
		['AVQ', 'vendor'],
		['CR', 'customer'],
		['IP', 'us'],
		['RP', 'customer']
	];
	it.each(STANDING)('in %s for %s', (status, party) => {
		expect(job(status)).toBe(party);
	});

	it('in production for the vendor who makes it, and for us when our own bench does', () => {
		expect(job('IP', { vendor: 'Castwell' })).toBe('vendor');
		expect(job('IP', { jeweler: jun })).toBe('us');
		expect(job('IP', { vendor: 'Castwell', jeweler: jun })).toBe('us');
	});

	it('for nobody else because it has a vendor or a jeweler', () => {
		for (const [status, party] of STANDING.filter(([status]) => status !== 'IP'))
			expect(job(status, { vendor: 'Castwell', jeweler: jun }), status).toBe(party);
	});

	const HELD: Record<HoldReason, Party> = {
		customer: 'customer',
		deposit: 'customer',
		vendor: 'vendor',
		stones: 'vendor',
		other: 'us'
	};
	it.each(HOLD_REASONS)('[W6] on hold for whoever its reason names: %s', (reason) => {
		const hold = { reason, note: null, until: null, from: 'IP' as const };
		expect(job('OH', { hold, vendor: 'Castwell' })).toBe(HELD[reason]);
	});
});
