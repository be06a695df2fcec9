import { describe, expect, it } from 'vitest';
import type { Card } from '#lib/board/card.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { isOfAnotherDay, isReadable, lastBoardOf, serverTime } from './last-board.ts';

const timeZone = 'America/New_York';
const SHOP = {
	id: 's',
	name: 'Golden Hour',
	timeZone,
	logo: null,
	rules: 1,
	aging: { ...DEFAULT_AGING, timeZone }
};
const CARD = { number: 1, customer: 'Maria', cover: { id: 'a', width: 1, height: 1 } } as Card;
const kept = lastBoardOf(
	{ shop: SHOP, version: 7, cards: [CARD], asOf: '2026-03-02T19:02:00.000Z' },
	'p',
	1_000
);

describe('the last board', () => {
	it('says whose it is, and keeps no address of a file', () => {
		expect(kept).toMatchObject({
			shop: { id: 's' },
			personId: 'p',
			version: 7,
			cards: [{ number: 1, cover: null }]
		});
	});

	it('is not shown a week later, or to a program that knows other cards', () => {
		expect(isReadable(kept, 1_000 + 6 * 86_400_000)).toBe(true);
		expect(isReadable(kept, 1_000 + 7 * 86_400_000)).toBe(false);
		expect(isReadable({ ...kept, protocol: 0 }, 1_000)).toBe(false);
	});

	it('[G5] goes on by the time that has passed, whatever the device’s clock says', () => {
		expect(serverTime(kept, 61_000)).toBe('2026-03-02T19:03:00.000Z');
		expect(serverTime(kept, 0)).toBe('2026-03-02T19:02:00.000Z');
	});

	it('[D4] names the day once it is another one in the shop', () => {
		expect(isOfAnotherDay(kept, '2026-03-03T04:59:00.000Z')).toBe(false);
		expect(isOfAnotherDay(kept, '2026-03-03T05:01:00.000Z')).toBe(true);
	});
});
