import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushSync } from 'svelte';
import type { ConnectionListener } from '#lib/realtime/connection.ts';
import type { Terminal } from '#lib/realtime/protocol.ts';
import { ModelServer } from '#tests/simulation/model-server.ts';
import { BoardSession } from './board-session.svelte.ts';

let link: ConnectionListener;
const closed = vi.fn();
const reported = vi.fn();
vi.mock(import('#lib/realtime/connection.ts'), () => ({
	openConnection: (listener: ConnectionListener) => {
		link = listener;
		return { since: () => Promise.reject(new Error('Not connected')), report: reported, close: closed };
	}
}));

let server: ModelServer;
let session: BoardSession;
const BEN = { id: 'ben', name: 'Ben' };

beforeEach(() => {
	vi.useFakeTimers();
	const start = performance.now();
	server = new ModelServer(
		() => performance.now() - start,
		(changes) => link.receive(changes)
	);
	link = { receive: () => undefined } as unknown as ConnectionListener;
	for (let made = 0; made < 3; made++)
		server.post({ mutationId: `first ${made}`, by: BEN, path: '/api/v1/jobs', body: {} });
	session = new BoardSession({ snapshot: server.snapshot(), me: { id: 'me', name: 'Me' }, fetch });
});
afterEach(() => {
	session.destroy();
	vi.useRealTimers();
});

function goLive(): void {
	session.start();
	link.linkUp();
	link.pulse({ version: server.version, now: server.now });
}

function moveElsewhere(number: number): void {
	const path = `/api/v1/jobs/${number}/moves`;
	server.post({ mutationId: `ben ${number}`, by: BEN, path, body: { from: 'QN', to: 'CR' } });
}

test('a board is whole before it is connected, as rendered on the server', () => {
	expect(session.columns.QN.map(({ number }) => number)).toEqual([3, 2, 1]);
	expect(session).toMatchObject({ version: 3, connection: 'catching_up', now: server.now, asOf: server.now });
	expect(session.shop.name).toBe('Shop');
});

test('[C1] what others do is shown; columns that did not change keep their array', () => {
	goLive();
	const untouched = session.columns.IP;
	const seen: (readonly number[])[] = [];
	const stop = $effect.root(() => {
		$effect(() => void seen.push(session.columns.CR.map(({ number }) => number)));
	});
	flushSync();
	moveElsewhere(2);
	flushSync();
	stop();
	expect(seen).toEqual([[], [2]]);
	expect(session.columns.IP).toBe(untouched);
	expect(session.connection).toBe('live');
});

test('[W8] what others changed stays outlined for two seconds, with their name', () => {
	goLive();
	const events: string[] = [];
	session.onEvent(({ type }) => events.push(type));
	moveElsewhere(2);
	expect(session.recent.get(2)).toEqual({ kind: 'moved', by: 'Ben', at: server.now });
	vi.advanceTimersByTime(1_900);
	moveElsewhere(1);
	vi.advanceTimersByTime(200);
	expect([...session.recent.keys()]).toEqual([1]);
	expect(events).toEqual(['remote', 'remote']);
});

test('[G5] the day turns at the shop’s midnight, whatever the terminal’s clock says', () => {
	goLive();
	vi.setSystemTime('2031-01-01T00:00:00Z');
	const untilMidnight = Date.parse('2026-03-02T23:00:00.000Z') - Date.parse(server.now);
	const morning = session.now;
	vi.advanceTimersByTime(untilMidnight - 1_000);
	expect(session.now).toBe(morning);
	vi.advanceTimersByTime(2_000);
	expect(session.now).toMatch(/^2026-03-02T23:00:0/);
});

test('[G5] after a sleep through midnight the first pulse turns the day', () => {
	goLive();
	link.pulse({ version: server.version, now: '2026-03-05T07:00:00.000Z' });
	expect(session.now).toBe('2026-03-05T07:00:00.000Z');
	expect(session.serverNow()).toBe('2026-03-05T07:00:00.000Z');
});

test('[P3] a session that ends, or a program that is too old, closes the connection for good', () => {
	goLive();
	closed.mockClear();
	link.end('signed_out');
	expect(session.connection).toBe('signed_out');
	expect(closed).toHaveBeenCalledOnce();
	link.end('reload_needed');
	expect(session.connection).toBe('signed_out');
});

test('[P4] who is connected is nobody until the server says so, and what this screen shows is told once it can be', () => {
	expect(session.terminals).toEqual([]);
	reported.mockClear();
	session.report({ looking: 7 });
	goLive();
	expect(reported.mock.calls).toEqual([[{ looking: 7 }]]);
	session.report({ dragging: 3 });
	expect(reported).toHaveBeenLastCalledWith({ dragging: 3 });
	const since = server.now;
	const terminals: Terminal[] = [{ id: 'a.1', of: 'ben', name: 'Ben', kind: 'person', since }];
	link.presence?.(terminals);
	expect(session.terminals).toBe(terminals);
});
