import { expect, it } from 'vitest';
import { shiftAt } from './picture-shift.ts';

const MINUTE = 60_000;
const minutes = Array.from(
	{ length: 5 * 60 },
	(_, minute) => Date.parse('2026-03-02T00:00:00Z') + minute * MINUTE
);

it('[D2] the picture has been in all of 81 places after five hours', () => {
	expect(new Set(minutes.map((now) => JSON.stringify(shiftAt(now, 1080)))).size).toBe(81);
});

it('[D2] it moves by single pixels, at most four to each side: less than the margin around it', () => {
	for (const [index, now] of minutes.entries()) {
		const { x, y } = shiftAt(now, 1080);
		const next = shiftAt(minutes[index + 1] ?? now, 1080);
		expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4);
		expect(Math.max(Math.abs(next.x - x), Math.abs(next.y - y))).toBeLessThanOrEqual(1);
	}
});

it('[D2] it stands still for a minute, and a step on 4K is two whole pixels', () => {
	const now = minutes[7]!;
	expect(shiftAt(now + MINUTE - 1, 1080)).toEqual(shiftAt(now, 1080));
	expect(shiftAt(now, 2160)).toEqual({ x: 2 * shiftAt(now, 1080).x, y: 2 * shiftAt(now, 1080).y });
});
