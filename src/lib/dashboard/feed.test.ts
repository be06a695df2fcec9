import { describe, expect, it } from 'vitest';
import type { BoardEvent } from '#lib/board/session/board-session-types.ts';
import type { Change } from '#lib/realtime/protocol.ts';
import { cardWith } from '#tests/support/card.ts';
import { feedEntryOf, feedOf, type FeedEntry } from './feed.ts';

const AT = '2026-03-02T14:02:00.000Z';
const change = (more: Partial<Change> = {}): Change => ({
	version: 7,
	at: AT,
	by: { id: 'b', name: 'Ben' },
	number: 1,
	kind: 'moved',
	...more
});
type Remote = Extract<BoardEvent, { type: 'remote' }>;
const heard = (more: Partial<Change>, card: Remote['card'], before: Remote['before']) =>
	feedEntryOf({ type: 'remote', change: change(more), card, before });

describe('[P4] the feed tells', () => {
	it('who moved what, from where to where, and when', () => {
		expect(heard({}, cardWith({ status: 'IP' }), cardWith({ status: 'CR' }))).toEqual({
			version: 7,
			at: AT,
			by: 'Ben',
			kind: 'moved',
			number: 1,
			name: 'Signet ring',
			from: 'CR',
			to: 'IP',
			outcome: null
		});
	});

	it('what comes and what goes, by its customer where it has no title', () => {
		expect(heard({ kind: 'created' }, cardWith({ title: null }), null)).toMatchObject({
			kind: 'created',
			name: 'Inés Díaz',
			from: null,
			to: 'QN'
		});
		expect(heard({ kind: 'closed' }, null, cardWith({ status: 'RP' }))).toMatchObject({
			kind: 'closed',
			from: 'RP',
			to: null
		});
		expect(heard({ kind: 'undone' }, cardWith(), cardWith({ status: 'CR' }))).toMatchObject({
			kind: 'undone',
			to: 'QN'
		});
	});

	it('neither a re-order nor an edit nor a file', () => {
		expect(heard({}, cardWith({ rank: 'a5' }), cardWith())).toBeNull();
		for (const kind of ['edited', 'attachment_added', 'deleted'] as const)
			expect(heard({ kind }, cardWith(), cardWith()), kind).toBeNull();
	});
});

describe('[P4] the feed of a day', () => {
	const entry = (version: number, at = AT): FeedEntry => ({
		...heard({ version, at }, cardWith({ status: 'IP' }), cardWith())!
	});

	it('is what was told with what was heard since, each once, the latest first', () => {
		const told = { version: 5, feed: [entry(6), entry(3)] };
		const feed = feedOf(told, [entry(8), entry(6), entry(4), entry(7)], '2026-03-02T00:00:00.000Z');
		expect(feed.map(({ version }) => version)).toEqual([8, 7, 6, 3]);
	});

	it('[G5] begins anew at midnight', () => {
		const told = { version: 5, feed: [entry(3, '2026-03-01T23:59:59.999Z')] };
		const news = [entry(6, '2026-03-02T00:00:00.000Z')];
		expect(feedOf(told, news, '2026-03-02T00:00:00.000Z').map(({ version }) => version)).toEqual([6]);
	});
});
