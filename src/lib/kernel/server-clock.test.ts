import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

function clockAt(now: string) {
	let elapsed = 1_000_000;
	const clock = new ServerClock(now, () => elapsed);
	return { clock, pass: (ms: number) => (elapsed += ms) };
}

test('[G5] the server’s time goes on by the stopwatch, whatever the terminal’s clock says', () => {
	const { clock, pass } = clockAt('2026-03-02T10:00:00.000Z');
	pass(90_000);
	expect(clock.now()).toBe('2026-03-02T10:01:30.000Z');
});

test('[G5] of several words the least delayed counts', () => {
	const { clock, pass } = clockAt('2026-03-02T10:00:00.000Z');
	pass(10_000);
	clock.hear('2026-03-02T10:00:10.800Z');
	clock.hear('2026-03-02T10:00:09.100Z');
	expect(clock.now()).toBe('2026-03-02T10:00:10.800Z');
});

test('[G5] after a sleep, in which the stopwatch stood still, the next word counts', () => {
	const { clock, pass } = clockAt('2026-03-02T10:00:00.000Z');
	pass(10_000);
	clock.hear('2026-03-02T18:00:00.000Z');
	expect(clock.now()).toBe('2026-03-02T18:00:00.000Z');
});

test('[G5] a server’s clock that is set back is followed', () => {
	const { clock } = clockAt('2026-03-02T10:00:00.000Z');
	clock.hear('2026-03-02T09:00:00.000Z');
	expect(clock.now()).toBe('2026-03-02T09:00:00.000Z');
});
