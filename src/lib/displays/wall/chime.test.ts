import { afterEach, expect, it, vi } from 'vitest';
import { Chime } from './chime.ts';

let struck = 0;
let opened = 0;

/** A browser's audio, as far as a tone goes; `resume` is never answered where sound is not allowed. */
function stubAudio(isAllowed: boolean): void {
	[struck, opened] = [0, 0];
	class Node {
		gain = { linearRampToValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined };
		connect = (next: Node) => next;
		start = () => void struck++;
		stop = () => undefined;
	}
	class Audio {
		state = isAllowed ? 'running' : 'suspended';
		currentTime = 0;
		destination = new Node();
		constructor() {
			opened++;
		}
		resume = () => (isAllowed ? Promise.resolve() : new Promise(() => undefined));
		close = () => Promise.resolve();
	}
	vi.stubGlobal('AudioContext', Audio);
	vi.stubGlobal('OscillatorNode', Node);
	vi.stubGlobal('GainNode', Node);
}

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('[D1] two notes sound each time', async () => {
	stubAudio(true);
	const chime = new Chime();
	await chime.ring();
	await chime.ring();
	expect([struck, opened]).toEqual([4, 1]);
});

it('[D1] where sound is not allowed, or there is none, nothing happens', async () => {
	vi.useFakeTimers();
	stubAudio(false);
	const ringing = new Chime().ring();
	await vi.advanceTimersByTimeAsync(500);
	await ringing;
	expect(struck).toBe(0);
	vi.stubGlobal('AudioContext', undefined);
	await new Chime().ring();
});
