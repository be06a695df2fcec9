import { describe, expect, test } from 'vitest';
import { DEFAULT_AGING, type AgingSettings } from '#lib/jobs/aging.ts';
import { countBadges, otherBadges, type PreviewJob } from './preview.ts';

const NOW = '2026-03-10T10:00:00.000Z';
const BEFORE: AgingSettings = { ...DEFAULT_AGING, timeZone: 'UTC' };
const with_ = (more: Partial<AgingSettings>): AgingSettings => ({ ...BEFORE, ...more });

const job = (number: number, more: Partial<PreviewJob> = {}): PreviewJob => ({
	number,
	title: null,
	customer: 'Maria',
	status: 'QN',
	statusSince: '2026-03-09T10:00:00.000Z',
	promisedOn: '2026-04-20',
	hold: null,
	...more
});

describe('[G6] a preview of other settings', () => {
	const jobs = [
		job(1),
		job(2, { statusSince: '2026-03-07T10:00:00.000Z' }),
		job(3, { statusSince: '2026-03-01T10:00:00.000Z', promisedOn: '2026-03-12' }),
		job(4, { promisedOn: '2026-03-09' })
	];

	test('counts badges as the board does', () =>
		expect(countBadges(jobs, NOW, BEFORE)).toEqual({ amber: 1, red: 2, dueSoon: 1, overdue: 1 }));

	test('names the jobs whose badges would be others, and no more', () => {
		const thresholds = { ...BEFORE.thresholds, QN: { amber: 1, red: 4 } };
		const other = otherBadges(jobs, NOW, BEFORE, with_({ thresholds }));
		expect(other.map(({ job: { number }, before, after }) => [number, before.level, after.level])).toEqual([
			[1, 'calm', 'amber'],
			[4, 'calm', 'amber']
		]);
	});

	test('an other time zone counts the days anew, and leaves the promised dates', () => {
		const late = '2026-03-10T23:30:00.000Z';
		const other = otherBadges(jobs, late, BEFORE, with_({ timeZone: 'Asia/Tokyo' }));
		expect(
			other.map(({ job: { number }, before, after }) => [number, before.days, after.days])
		).toContainEqual([1, 1, 2]);
		expect(otherBadges(jobs, NOW, BEFORE, BEFORE)).toEqual([]);
	});
});
