import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushSync } from 'svelte';
import { BoardSession } from '#lib/board/session/board-session.svelte.ts';
import { DEFAULT_DISPLAY, type DisplaySettings } from '#lib/displays/display.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { ConnectionListener } from '#lib/realtime/connection.ts';
import { ModelServer } from '#tests/simulation/model-server.ts';
import { WallView } from './wall-view.svelte.ts';

let link: ConnectionListener;
vi.mock(import('#lib/realtime/connection.ts'), () => ({
	openConnection: (listener: ConnectionListener) => {
		link = listener;
		return {
			since: () => Promise.reject(new Error('Not connected')),
			report: () => undefined,
			close: () => undefined
		};
	}
}));

const BEN = { id: 'ben', name: 'Ben' };
let server: ModelServer;
let session: BoardSession;
let view: WallView;
/** Statuses that jobs came to, by step. */
let cameTo: Status[];

beforeEach(() => {
	vi.useFakeTimers();
	link = { receive: () => undefined } as unknown as ConnectionListener;
	const start = performance.now();
	server = new ModelServer(
		() => performance.now() - start,
		(changes) => link.receive(changes)
	);
	for (let made = 0; made < 3; made++)
		server.post({ mutationId: `first ${made}`, by: BEN, path: '/api/v1/jobs', body: {} });
	vi.advanceTimersByTime(120_000);
	open();
});
afterEach(() => {
	session.destroy();
	vi.useRealTimers();
});

function open(settings: Partial<DisplaySettings> = {}): void {
	session = new BoardSession({ snapshot: server.snapshot(), me: { id: 'wall', name: 'Wall' }, fetch });
	view = new WallView(session, () => ({ ...DEFAULT_DISPLAY, ...settings }));
	cameTo = [];
	session.onStep((step) => {
		const arrived = view.follow(step);
		cameTo.push(...DEFAULT_DISPLAY.statuses.filter((status) => arrived.cameTo(status)));
	});
	session.start();
	link.linkUp();
	link.pulse({ version: server.version, now: server.now });
}

function move(number: number, from: Status, to: Status): void {
	const path = `/api/v1/jobs/${number}/moves`;
	server.post({ mutationId: `${number} ${from} ${to} ${server.version}`, by: BEN, path, body: { from, to } });
}

const rowsIn = (status: Status) => view.columns.find((column) => column.status === status)?.rows ?? [];
const highlighted = () =>
	view.columns.flatMap(({ rows }) =>
		rows.filter(({ highlight }) => highlight).map(({ card }) => card.number)
	);

test('[D4] the clock and the day go on by the server’s time without any news', () => {
	const seen: string[] = [];
	const stop = $effect.root(() => {
		$effect(() => void seen.push(`${view.today} ${view.time}`));
	});
	for (const ms of [0, 60_000, 15 * 3_600_000]) {
		vi.advanceTimersByTime(ms);
		view.tick();
		flushSync();
	}
	stop();
	expect(seen).toEqual(['2026-03-02 09:02', '2026-03-02 09:03', '2026-03-03 00:03']);
});

test('[D2] what moves is highlighted for a minute; rows that a change is not about stay the same', () => {
	const untouched = rowsIn('QN').find(({ card }) => card.number === 1);
	expect(highlighted()).toEqual([]);
	move(2, 'QN', 'CR');
	expect(highlighted()).toEqual([2]);
	expect(rowsIn('QN').find(({ card }) => card.number === 1)).toBe(untouched);
	vi.advanceTimersByTime(60_000);
	view.tick();
	expect(highlighted()).toEqual([]);
});

test('[D2] hears of what has just become ready for pickup, of the jobs that it shows', () => {
	move(2, 'QN', 'IP');
	move(2, 'IP', 'RP');
	expect(cameTo).toEqual(['IP', 'RP']);
	session.destroy();
	open({ type: 'repair' });
	move(1, 'QN', 'IP');
	move(1, 'IP', 'RP');
	expect(cameTo).toEqual([]);
});

test('[G6] a wall shows the columns that it is set to, and counts what it shows', () => {
	session.destroy();
	open({ statuses: ['CR'] });
	move(2, 'QN', 'CR');
	expect(view.columns.map(({ status, count }) => [status, count])).toEqual([['CR', 1]]);
	expect(view.totals).toEqual({ jobs: 1, overdue: 0, red: 0 });
});
