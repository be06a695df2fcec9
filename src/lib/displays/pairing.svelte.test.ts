import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CODE_MINUTES, type Pairing, type ScreenState } from './pairing-code.ts';
import { PairingSession } from './pairing.svelte.ts';

const START: Pairing = { state: 'waiting', code: 'K7FH3MXR', changesAt: '2026-03-02T10:10:00.000Z' };
const MINUTE = 60_000;

/** The server: how the screen stands there, whether it can be reached, and what was asked of it. */
let state: ScreenState;
let refuse: (() => Response) | null;
let asked: string[];
let session: PairingSession;
let paired: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
	vi.useFakeTimers();
	[state, refuse, asked] = ['waiting', null, []];
	paired = vi.fn<() => void>();
});
afterEach(() => {
	session.stop();
	vi.useRealTimers();
});

function open(start: Pairing | null = START): void {
	session = new PairingSession(start, {
		elapsed: () => performance.now(),
		fetch: (address, { method } = {}) => {
			asked.push(`${method ?? ''} ${address as string}`);
			if (refuse) return Promise.resolve().then(refuse);
			if (method === 'GET') return Promise.resolve(Response.json({ state }));
			state = state === 'paired' ? state : 'waiting';
			const code = `CODE${asked.length}`;
			return Promise.resolve(Response.json(state === 'paired' ? { state } : { ...START, code }));
		}
	});
	void session.run(paired);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const code = () => (session.pairing?.state === 'waiting' ? session.pairing.code : null);
const offline = () => {
	throw new TypeError('Failed to fetch');
};

describe('[D1] a screen that waits', () => {
	test('asks once a second, and learns within two that it was paired', async () => {
		open();
		await pass(10_000);
		expect(asked.length).toBeLessThanOrEqual(11);
		expect(code()).toBe('K7FH3MXR');
		expect(paired).not.toHaveBeenCalled();
		state = 'paired';
		await pass(1_999);
		expect(paired).toHaveBeenCalled();
	});

	test('shows another code after ten minutes by its own stopwatch', async () => {
		open();
		await pass(CODE_MINUTES * MINUTE - 1);
		expect(code()).toBe('K7FH3MXR');
		await pass(2_000);
		expect(code()).toMatch(/^CODE/);
		expect(asked.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});

	test('gets a code when there was none to be had, and when the server knows its own no more', async () => {
		open(null);
		await pass(0);
		expect(code()).toBe('CODE1');
		state = 'unknown';
		await pass(1_000);
		expect(code()).toBe('CODE3');
	});

	test.each([
		['a network that is gone', offline],
		['a server that fails', () => new Response(null, { status: 503 })],
		['a proxy that answers instead', () => new Response('<html>', { status: 200 })]
	])('goes on through %s, says so, and says no more of it afterwards', async (_, refusing) => {
		open();
		refuse = refusing;
		await pass(30 * MINUTE);
		expect(session.isCutOff).toBe(true);
		expect(asked.length).toBeLessThanOrEqual(30 * 30 + 2);
		refuse = null;
		await pass(2_000);
		expect(session.isCutOff).toBe(false);
		state = 'paired';
		await pass(2_000);
		expect(paired).toHaveBeenCalled();
	});

	test('that asks too often waits for as long as it is told to', async () => {
		refuse = () => new Response(null, { status: 429, headers: { 'retry-after': '60' } });
		open(null);
		await pass(0);
		refuse = null;
		await pass(59_999);
		expect([asked.length, code()]).toEqual([1, null]);
		await pass(1);
		expect(code()).toBe('CODE2');
	});

	test('that was paired is told again until the page has changed, and asks no more after that', async () => {
		open();
		state = 'paired';
		await pass(3_500);
		expect(paired.mock.calls.length).toBeGreaterThan(1);
		session.stop();
		asked = [];
		await pass(10_000);
		expect(asked).toEqual([]);
	});
});
