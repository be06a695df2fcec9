import { describe, expect, it } from 'vitest';
import { isReloadDue, type ReloadSituation } from './reload-moment.ts';

const MINUTE = 60_000;
const due = (over: Partial<ReloadSituation>) =>
	isReloadDue({
		now: 60 * MINUTE,
		newerSince: 59 * MINUTE,
		changedAt: 0,
		openedAt: 0,
		isOutdated: false,
		...over
	});

describe('[D4] the moment for a new program', () => {
	it('comes when nothing has changed for half a minute', () => {
		expect(due({ changedAt: 60 * MINUTE - 29_999 })).toBe(false);
		expect(due({ changedAt: 60 * MINUTE - 30_000 })).toBe(true);
	});

	it('comes after ten minutes however busy the shop is', () => {
		expect(due({ changedAt: 60 * MINUTE, newerSince: 50 * MINUTE + 1 })).toBe(false);
		expect(due({ changedAt: 60 * MINUTE, newerSince: 50 * MINUTE })).toBe(true);
	});

	it('is now when the server does not talk to the old one', () => {
		expect(due({ changedAt: 60 * MINUTE, isOutdated: true })).toBe(true);
	});

	it('is never within a minute of the last load', () => {
		expect(due({ openedAt: 59 * MINUTE + 1, isOutdated: true })).toBe(false);
		expect(due({ openedAt: 59 * MINUTE, isOutdated: true })).toBe(true);
	});
});
