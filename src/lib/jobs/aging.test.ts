import { parseDateTime, toZoned } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/kernel/dates.ts';
import { agingOf, DEFAULT_AGING, isRed, type AgingJob, type AgingSettings } from './aging.ts';
import { STATUSES, type Status } from './status.ts';

const ZONES = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia'];
/** Ordinary days, and those on which clocks change in New York (23 and 25 hours long). */
const DAYS = ['2026-06-15', '2026-03-08', '2026-11-01', '2026-12-31'];
const TIMES = ['00:00:00', '12:00:00', '23:59:59.999'];

const at = (zone: string, day: string, time = '12:00:00') =>
	toZoned(parseDateTime(`${day}T${time}`), zone)
		.toDate()
		.toISOString();
const settings = (timeZone = 'UTC'): AgingSettings => ({ ...DEFAULT_AGING, timeZone });
const job = (over: Partial<AgingJob> = {}): AgingJob => ({
	status: 'CR',
	statusSince: '2026-06-15T12:00:00.000Z',
	promisedOn: '2026-12-01',
	hold: null,
	...over
});

const DUE: [days: number, state: string][] = [
	[5, 'later'],
	[4, 'later'],
	[3, 'due_soon'],
	[2, 'due_soon'],
	[1, 'due_soon'],
	[0, 'due_soon'],
	[-1, 'overdue'],
	[-2, 'overdue'],
	[-3, 'overdue'],
	[-4, 'overdue']
];

describe('[G1] the promised date', () => {
	for (const [days, state] of DUE) {
		it(`${days} days ahead is ${state}, all day long, wherever the shop is`, () => {
			for (const zone of ZONES) {
				for (const today of DAYS) {
					for (const time of TIMES) {
						const promised = job({ promisedOn: addDays(today, days), statusSince: at(zone, today) });
						const { due } = agingOf(promised, at(zone, today, time), settings(zone));
						expect(due, `${zone} ${today} ${time}`).toEqual({ state, days });
					}
				}
			}
		});
	}

	it('is another day in Tokyo than in New York at the same instant', () => {
		const now = '2026-06-15T18:00:00.000Z';
		const promised = job({ promisedOn: '2026-06-15', statusSince: now });
		expect(agingOf(promised, now, settings('America/New_York')).due.state).toBe('due_soon');
		expect(agingOf(promised, now, settings('Asia/Tokyo')).due.state).toBe('overdue');
	});

	for (const status of STATUSES) {
		it(`once over makes a job in ${status} ${status === 'RP' ? 'settled' : 'overdue'}`, () => {
			const hold = status === 'OH' ? { until: null } : null;
			const aging = agingOf(
				job({ status, hold, promisedOn: '2026-06-14' }),
				at('UTC', '2026-06-15'),
				settings()
			);
			expect(aging.due).toEqual({ state: status === 'RP' ? 'settled' : 'overdue', days: -1 });
			expect(isRed(aging)).toBe(status !== 'RP');
		});
	}

	it('follows the shop’s own number of days', () => {
		const now = at('UTC', '2026-06-15');
		const dueIn = (days: number, dueSoonDays: number) =>
			agingOf(job({ promisedOn: addDays('2026-06-15', days) }), now, { ...settings(), dueSoonDays }).due
				.state;
		expect([dueIn(7, 7), dueIn(8, 7)]).toEqual(['due_soon', 'later']);
		expect([dueIn(0, 0), dueIn(1, 0)]).toEqual(['due_soon', 'later']);
	});
});

const LEVELS: Record<Status, [amber: number, red: number] | null> = {
	QN: [2, 4],
	AVQ: [3, 7],
	CR: [3, 7],
	IP: null,
	RP: [7, 14],
	OH: [14, 30]
};

describe('[G2] the days in status', () => {
	for (const status of STATUSES) {
		const levels = LEVELS[status];
		const expected = (days: number) =>
			levels === null || days < levels[0] ? 'calm' : days < levels[1] ? 'amber' : 'red';

		it(`make ${status} ${levels ? `amber on day ${levels[0]} and red on day ${levels[1]}` : 'neither'}`, () => {
			for (const zone of ZONES) {
				for (let days = 0; days <= 32; days++) {
					const since = at(zone, '2026-03-01', '23:59:59.999');
					for (const time of TIMES.filter((time) => days > 0 || time === '23:59:59.999')) {
						const now = at(zone, addDays('2026-03-01', days), time);
						const aging = agingOf(job({ status, statusSince: since }), now, settings(zone));
						expect([aging.days, aging.level], `${zone} ${now}`).toEqual([days, expected(days)]);
						expect(isRed(aging)).toBe(expected(days) === 'red');
					}
				}
			}
		});
	}

	it('begin with midnight in the shop, not 24 hours later', () => {
		const before = job({ statusSince: at('America/New_York', '2026-03-07', '23:59:59.999') });
		const now = at('America/New_York', '2026-03-08', '00:00:00');
		expect(agingOf(before, now, settings('America/New_York')).days).toBe(1);
		expect(agingOf(before, now, settings('Asia/Tokyo')).days).toBe(0);
	});

	it('are 0 for a job whose clock runs ahead of the server’s', () => {
		const aging = agingOf(job({ statusSince: at('UTC', '2026-06-17') }), at('UTC', '2026-06-15'), settings());
		expect(aging).toMatchObject({ days: 0, level: 'calm' });
	});

	it('[G3] make Ready for pickup red from day 14 on', () => {
		const ready = job({ status: 'RP', statusSince: at('UTC', '2026-06-01') });
		const levelOn = (day: string) => agingOf(ready, at('UTC', day), settings()).level;
		expect([levelOn('2026-06-14'), levelOn('2026-06-15')]).toEqual(['amber', 'red']);
	});
});

describe('[G4] the day that a hold is for', () => {
	const flagged = (zone: string, now: string, over: Partial<AgingJob> = {}) =>
		agingOf(
			job({ status: 'OH', hold: { until: '2026-06-15' }, statusSince: now, ...over }),
			now,
			settings(zone)
		).holdIsOver;

	for (const zone of ZONES) {
		it(`flags the job from its first moment in ${zone}`, () => {
			expect(flagged(zone, at(zone, '2026-06-14', '23:59:59.999'))).toBe(false);
			expect(flagged(zone, at(zone, '2026-06-15', '00:00:00'))).toBe(true);
			expect(flagged(zone, at(zone, '2026-07-15'))).toBe(true);
		});
	}

	it('flags neither a hold without one nor a job that is not held', () => {
		const now = at('UTC', '2026-07-15');
		expect(flagged('UTC', now, { hold: { until: null } })).toBe(false);
		expect(flagged('UTC', now, { hold: null })).toBe(false);
		expect(flagged('UTC', now, { status: 'IP' })).toBe(false);
	});
});
