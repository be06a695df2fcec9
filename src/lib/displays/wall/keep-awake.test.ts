import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAwake } from './keep-awake.ts';
import { playSilence } from './silent-video.ts';

const stopVideo = vi.fn();
vi.mock(import('./silent-video.ts'), () => ({ playSilence: vi.fn(() => stopVideo) }));

class Lock extends EventTarget {
	released = false;
	release() {
		this.released = true;
		this.dispatchEvent(new Event('release'));
		return Promise.resolve();
	}
}

let page: EventTarget & { visibilityState: string };
let locks: Lock[];
let lends: boolean;
let stop: () => void;

beforeEach(() => {
	page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	locks = [];
	lends = true;
	vi.mocked(playSilence).mockClear();
	stopVideo.mockClear();
	vi.stubGlobal('document', page);
	vi.stubGlobal('navigator', {
		wakeLock: { request: () => (lends ? lend() : Promise.reject(new Error('No'))) }
	});
});
afterEach(() => {
	stop();
	vi.unstubAllGlobals();
});

function lend() {
	const lock = new Lock();
	locks.push(lock);
	return Promise.resolve(lock);
}

/** As browsers do: a page out of sight loses its lock. */
async function show(state: 'visible' | 'hidden'): Promise<void> {
	page.visibilityState = state;
	if (state === 'hidden') for (const lock of locks) void lock.release();
	page.dispatchEvent(new Event('visibilitychange'));
	await vi.waitFor(() => Promise.resolve());
}

it('[D2] the lock is asked for again when the page is back in sight, and given back in the end', async () => {
	stop = keepAwake();
	await show('hidden');
	await show('visible');
	expect(locks.map(({ released }) => released)).toEqual([true, false]);
	await show('visible');
	expect(locks).toHaveLength(2);
	stop();
	expect(locks[1]?.released).toBe(true);
	expect(playSilence).not.toHaveBeenCalled();
});

it('[D2] a lock that the browser takes back while the page is in sight is asked for again', async () => {
	stop = keepAwake();
	await vi.waitFor(() => expect(locks).toHaveLength(1));
	await Promise.resolve();
	void locks[0]?.release();
	await vi.waitFor(() => expect(locks).toHaveLength(2));
});

it('[D2] a video stands in while the browser lends no lock', async () => {
	lends = false;
	stop = keepAwake();
	await vi.waitFor(() => expect(playSilence).toHaveBeenCalledOnce());
	lends = true;
	await show('visible');
	await vi.waitFor(() => expect(stopVideo).toHaveBeenCalledOnce());
	expect(locks).toHaveLength(1);
});

it('[D2] so it does where there is no such thing as a lock', async () => {
	vi.stubGlobal('navigator', {});
	stop = keepAwake();
	await vi.waitFor(() => expect(playSilence).toHaveBeenCalledOnce());
	stop();
	expect(stopVideo).toHaveBeenCalledOnce();
});
