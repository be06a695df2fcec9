import { parseDateTime, toZoned } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { agingOf, DEFAULT_AGING } from './aging.ts';
import type { Standing } from './job.ts';
import { STATUSES, type Status } from './status.ts';
import { standAfter, type MoveJob } from './workflow.ts';

const at = (zone: string, local: string) => toZoned(parseDateTime(local), zone).toDate().toISOString();

const NOW = '2026-03-09T15:00:00.000Z';
const standing = (over: Partial<Standing> = {}): Standing => ({
	status: 'CR',
	statusSince: '2026-03-01T15:00:00.000Z',
	hold: null,
	heldClock: null,
	...over
});
const move = (from: Status, to: Status, hold?: MoveJob['hold']): MoveJob => ({ from, to, hold });

describe('a job after a move', () => {
	it('[G4] starts its clock again', () => {
		expect(standAfter(standing(), move('CR', 'IP'), NOW, 'UTC')).toEqual({
			status: 'IP',
			statusSince: NOW,
			hold: null,
			heldClock: null
		});
	});

	it('[W12] stands as before when only its place has changed', () => {
		const held = standing({
			status: 'OH',
			hold: { reason: 'stones', note: null, until: null, from: 'CR' },
			heldClock: '2026-02-01T00:00:00.000Z'
		});
		expect(standAfter(held, move('OH', 'OH', { reason: 'deposit' }), NOW, 'UTC')).toEqual(held);
		expect(standAfter(standing(), move('CR', 'CR'), NOW, 'UTC')).toEqual(standing());
	});

	it('[W6] remembers the reason, the day and where it was held from', () => {
		const asked = { reason: 'other', note: '  Ring lost ', until: '2026-04-01' } as const;
		expect(standAfter(standing(), move('CR', 'OH', asked), NOW, 'UTC')).toEqual({
			status: 'OH',
			statusSince: NOW,
			hold: { reason: 'other', note: 'Ring lost', until: '2026-04-01', from: 'CR' },
			heldClock: '2026-03-01T15:00:00.000Z'
		});
	});

	it('[W6] keeps no blank note', () => {
		const after = standAfter(standing(), move('CR', 'OH', { reason: 'stones', note: '  ' }), NOW, 'UTC');
		expect(after.hold).toEqual({ reason: 'stones', note: null, until: null, from: 'CR' });
	});

	it('ignores a hold that a move to elsewhere carries', () => {
		expect(standAfter(standing(), move('CR', 'IP', { reason: 'stones' }), NOW, 'UTC').hold).toBeNull();
	});
});

/** When the job entered its status, was held and was resumed, on the shop's wall clock; and its days then. */
const RESUMED: [why: string, zone: string, since: string, held: string, resumed: string, days: number][] = [
	['after some days', 'UTC', '2026-05-01T10:00', '2026-05-04T12:00', '2026-05-20T12:00', 3],
	['on the same day', 'UTC', '2026-05-01T10:00', '2026-05-04T12:00', '2026-05-04T12:05', 3],
	['at once', 'UTC', '2026-05-01T10:00', '2026-05-01T10:00', '2026-05-01T10:00', 0],
	['earlier in the day', 'UTC', '2026-05-01T15:00', '2026-05-01T16:00', '2026-05-02T09:00', 0],
	['past one midnight', 'Asia/Tokyo', '2026-05-01T10:00', '2026-05-04T23:59:59', '2026-05-05T00:00', 3],
	['just before midnight', 'Asia/Tokyo', '2026-05-01T23:59:59', '2026-05-02T00:00', '2026-05-09T23:59:59', 1],
	['over the short day', 'America/New_York', '2026-03-05T10:00', '2026-03-07T12:00', '2026-03-09T08:00', 2],
	['in the skipped hour', 'America/New_York', '2026-03-06T02:30', '2026-03-07T12:00', '2026-03-08T12:00', 1],
	['over the long day', 'America/New_York', '2026-10-30T10:00', '2026-10-31T12:00', '2026-11-02T08:00', 1],
	['on the long day', 'America/New_York', '2026-10-31T23:30', '2026-11-01T00:30', '2026-11-01T23:30', 1],
	['without a midnight', 'America/Santiago', '2026-09-01T00:15', '2026-09-04T12:00', '2026-09-06T01:00', 3],
	['far in the east', 'Pacific/Apia', '2026-05-01T00:30', '2026-05-04T23:30', '2026-05-20T00:30', 3],
	['over New Year', 'Pacific/Apia', '2026-12-30T10:00', '2026-12-31T23:59', '2027-01-01T00:00', 1]
];

describe('[G4] a hold pauses the clock', () => {
	const daysAt = (job: Standing, now: string, timeZone: string) =>
		agingOf({ ...job, promisedOn: '2030-01-01' }, now, { ...DEFAULT_AGING, timeZone }).days;

	for (const [why, zone, since, held, resumed, days] of RESUMED) {
		it(`resumed ${why}, a job goes on from ${days} days`, () => {
			const before = standing({ statusSince: at(zone, since) });
			const onHold = standAfter(before, move('CR', 'OH', { reason: 'stones' }), at(zone, held), zone);
			expect(daysAt(before, at(zone, held), zone)).toBe(days);
			expect(daysAt(onHold, at(zone, held), zone)).toBe(0);

			const now = at(zone, resumed);
			const after = standAfter(onHold, move('OH', 'CR'), now, zone);
			expect(after).toMatchObject({ status: 'CR', hold: null, heldClock: null });
			expect(daysAt(after, now, zone)).toBe(days);
			expect(after.statusSince <= now).toBe(true);
		});
	}

	const onHold = standing({
		status: 'OH',
		statusSince: '2026-03-04T15:00:00.000Z',
		hold: { reason: 'customer', note: null, until: null, from: 'CR' },
		heldClock: '2026-03-01T15:00:00.000Z'
	});

	it('moves the clock on by the days on hold', () => {
		expect(standAfter(onHold, move('OH', 'CR'), NOW, 'UTC').statusSince).toBe('2026-03-06T15:00:00.000Z');
	});

	for (const to of STATUSES.filter((status) => status !== 'OH' && status !== 'CR')) {
		it(`[W7] and starts again when the job goes to ${to} instead`, () => {
			const after = standAfter(onHold, move('OH', to), NOW, 'UTC');
			expect(after).toEqual({ status: to, statusSince: NOW, hold: null, heldClock: null });
		});
	}

	it('and does so again for a second hold', () => {
		const resumed = standAfter(onHold, move('OH', 'CR'), NOW, 'UTC');
		const secondHold = '2026-03-10T09:00:00.000Z';
		const again = standAfter(resumed, move('CR', 'OH', { reason: 'stones' }), secondHold, 'UTC');
		expect(again.heldClock).toBe(resumed.statusSince);
		const end = '2026-04-01T09:00:00.000Z';
		expect(daysAt(standAfter(again, move('OH', 'CR'), end, 'UTC'), end, 'UTC')).toBe(4);
	});
});
