import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, daysBetween } from '#lib/kernel/dates.ts';
import { agingOf, DEFAULT_AGING } from './aging.ts';
import type { Standing } from './job.ts';
import { STATUSES, type Status } from './status.ts';
import { standAfter } from './workflow.ts';

const ZONES = [
	'UTC',
	'America/New_York',
	'America/Santiago',
	'Africa/Cairo',
	'Asia/Kathmandu',
	'Asia/Tokyo',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Pacific/Kiritimati',
	'Pacific/Pago_Pago'
];
const zone = fc.constantFrom(...ZONES);
const START = Date.parse('2026-01-01T00:00:00.000Z');
const minutes = (days: number) => fc.integer({ min: 0, max: days * 24 * 60 });
const instant = (minute: number) => new Date(START + minute * 60_000).toISOString();
const heldFrom = fc.constantFrom<Status>(...STATUSES.filter((status) => status !== 'OH'));

const daysAt = (job: Standing, now: string, timeZone: string) =>
	agingOf({ ...job, promisedOn: '2026-06-01' }, now, { ...DEFAULT_AGING, timeZone }).days;
const begin = (status: Status, now: string): Standing => ({
	status,
	statusSince: now,
	hold: null,
	heldClock: null
});
const hold = (job: Standing, now: string, timeZone: string) =>
	standAfter(job, { from: job.status, to: 'OH', hold: { reason: 'stones' } }, now, timeZone);
const resume = (job: Standing, now: string, timeZone: string) =>
	standAfter(job, { from: 'OH', to: job.hold!.from }, now, timeZone);

describe('[G4] for any hold, anywhere, at any time', () => {
	it('the days at resuming are the days at holding', () => {
		fc.assert(
			fc.property(zone, heldFrom, minutes(400), minutes(60), minutes(60), (timeZone, status, a, b, c) => {
				const [since, held, resumed] = [instant(a), instant(a + b), instant(a + b + c)];
				const before = begin(status, since);
				const after = resume(hold(before, held, timeZone), resumed, timeZone);
				expect(after.status).toBe(status);
				expect(daysAt(after, resumed, timeZone)).toBe(daysAt(before, held, timeZone));
			}),
			{ numRuns: 500 }
		);
	});

	it('the clock never stands in the future', () => {
		fc.assert(
			fc.property(zone, minutes(400), minutes(3), minutes(3), (timeZone, a, b, c) => {
				const resumed = instant(a + b + c);
				const after = resume(hold(begin('IP', instant(a)), instant(a + b), timeZone), resumed, timeZone);
				expect(after.statusSince <= resumed).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it('only the days off hold count, however often it is held', () => {
		const stretches = fc.array(fc.tuple(minutes(20), minutes(20)), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(zone, minutes(400), stretches, (timeZone, start, stretches) => {
				let minute = start;
				let job = begin('CR', instant(minute));
				let expected = 0;
				for (const [working, holding] of stretches) {
					const [from, held] = [instant(minute), instant(minute + working)];
					expected += daysBetween(dayIn(timeZone, from), dayIn(timeZone, held));
					minute += working + holding;
					job = resume(hold(job, held, timeZone), instant(minute), timeZone);
				}
				expect(daysAt(job, instant(minute), timeZone)).toBe(expected);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('[G2] days in status', () => {
	it('are whole and never negative, even when two clocks disagree', () => {
		fc.assert(
			fc.property(zone, minutes(400), minutes(400), (timeZone, since, now) => {
				const days = daysAt(begin('QN', instant(since)), instant(now), timeZone);
				expect(Number.isInteger(days) && days >= 0).toBe(true);
			})
		);
	});

	it('never go down as time passes', () => {
		fc.assert(
			fc.property(zone, minutes(400), minutes(90), minutes(3), (timeZone, since, age, more) => {
				const job = begin('QN', instant(since));
				const earlier = daysAt(job, instant(since + age), timeZone);
				expect(daysAt(job, instant(since + age + more), timeZone)).toBeGreaterThanOrEqual(earlier);
			})
		);
	});
});
