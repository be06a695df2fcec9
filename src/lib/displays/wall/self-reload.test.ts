import { beforeEach, expect, it, vi } from 'vitest';
import { SelfReload, type Link } from './self-reload.ts';

const LIVE: Link = { isLive: true, isOutdated: false };
const AWAY: Link = { isLive: false, isOutdated: false };
const OUTDATED: Link = { isLive: false, isOutdated: true };

let now: number;
let isNewer: boolean;
let answers: boolean;
const asked = vi.fn();
const reload = vi.fn();
let wall: SelfReload;

beforeEach(() => {
	[now, isNewer, answers] = [0, false, true];
	asked.mockReset();
	reload.mockReset();
	wall = new SelfReload({
		elapsed: () => now,
		isNewer: () => {
			asked();
			return Promise.resolve(isNewer);
		},
		answers: () => Promise.resolve(answers),
		reload
	});
});

/** Looks once a second. */
async function pass(seconds: number, link: Link): Promise<void> {
	for (let second = 0; second < seconds; second++) {
		now += 1_000;
		await wall.look(link);
	}
}

it('[D4] a live wall asks for a newer program when it comes back and once a minute', async () => {
	await pass(1, LIVE);
	expect(asked).toHaveBeenCalledTimes(1);
	await pass(120, LIVE);
	expect(asked).toHaveBeenCalledTimes(3);
	await pass(30, AWAY);
	expect(asked).toHaveBeenCalledTimes(3);
	await pass(1, LIVE);
	expect(asked).toHaveBeenCalledTimes(4);
	expect(reload).not.toHaveBeenCalled();
});

it('[D4] a newer program is loaded at a quiet moment', async () => {
	await pass(70, LIVE);
	isNewer = true;
	wall.noteChange();
	await pass(29, LIVE);
	expect(reload).not.toHaveBeenCalled();
	await pass(40, LIVE);
	expect(reload).toHaveBeenCalled();
});

it('[D4] and never while the network is away or the server would not answer', async () => {
	await pass(70, LIVE);
	isNewer = true;
	answers = false;
	await pass(120, LIVE);
	expect(reload).not.toHaveBeenCalled();
	answers = true;
	await pass(60, AWAY);
	expect(reload).not.toHaveBeenCalled();
	await pass(1, LIVE);
	expect(reload).toHaveBeenCalledOnce();
});

it('[D4] a wall that the server refuses loads the new program a minute after it was opened', async () => {
	await pass(59, OUTDATED);
	expect(reload).not.toHaveBeenCalled();
	await pass(1, OUTDATED);
	expect(reload).toHaveBeenCalledOnce();
	expect(asked).not.toHaveBeenCalled();
});
