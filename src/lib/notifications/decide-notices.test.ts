import { describe, expect, test } from 'vitest';
import type { Card } from '#lib/board/card.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Change, ChangeKind } from '#lib/realtime/protocol.ts';
import { cardWith } from '#tests/support/card.ts';
import { decideNotices, type Standing } from './decide-notices.ts';
import { knownIn, type Known } from './known-jobs.ts';
import { noticeWords } from './messages.ts';
import { ALL_OFF, isAnyOn, settingsIn, type NoticeKind } from './notice-settings.ts';

const aging = { timeZone: 'Europe/Rome', ...DEFAULT_AGING };
const ALL_ON = { moved: true, overdue: true, red: true };
const ME = { id: 'me', name: 'Me', initials: 'M' };
const BEN = { id: 'ben', name: 'Ben', initials: 'B' };
const NOON = '2026-03-10T11:00:00.000Z';

function card(number: number, more: Partial<Card> = {}): Card {
	return cardWith({
		number,
		status: 'IP',
		title: `Ring ${number}`,
		salesperson: ME,
		promisedOn: '2026-04-01',
		statusSince: '2026-03-10T08:00:00.000Z',
		...more
	});
}

function standing(cards: Card[], more: Partial<Standing> = {}): Standing {
	return { version: 9, cards: new Map(cards.map((each) => [each.number, each])), now: NOON, aging, ...more };
}

/** What somebody knows who has seen these cards at version 5. */
function seen(cards: Card[], more: Partial<Standing> = {}): Known {
	return decideNotices(null, standing(cards, { version: 5, ...more }), [], 'me', ALL_OFF).known;
}

function moved(version: number, number: number, to: Status, by: typeof BEN | null = BEN): Change {
	return { version, at: NOON, by, number, kind: 'moved', set: { status: to } };
}

function left(version: number, number: number, kind: ChangeKind, by = BEN): Change {
	return { version, at: NOON, by, number, kind, gone: true };
}

/** What is told, as numbers and kinds. */
function told(
	before: Known | null,
	after: Standing,
	changes: readonly Change[] | null,
	settings = ALL_ON
): [number, ...NoticeKind[]][] {
	const { notices } = decideNotices(before, after, changes, 'me', settings);
	return notices.map(({ number, kinds }) => [number, ...kinds]);
}

describe('a move', () => {
	test('of my job by somebody else is told, whether I sell it or make it', () => {
		const mine = card(1);
		const made = card(2, { salesperson: BEN, jeweler: ME });
		const other = card(3, { salesperson: BEN });
		const after = [mine, made, other].map((each) => ({ ...each, status: 'RP' as const }));
		const changes = [moved(6, 1, 'RP'), moved(7, 2, 'RP'), moved(8, 3, 'RP')];
		expect(told(seen([mine, made, other]), standing(after), changes)).toEqual([
			[1, 'moved'],
			[2, 'moved']
		]);
	});

	test.each([
		['my own', [moved(6, 1, 'RP', ME)], []],
		['my own after somebody else’s', [moved(6, 1, 'OH'), moved(7, 1, 'RP', ME)], []],
		['somebody else’s after my own', [moved(6, 1, 'OH', ME), moved(7, 1, 'RP')], [[1, 'moved']]],
		['one that I was told of before', [moved(5, 1, 'RP')], []],
		['one by nobody in particular', [moved(6, 1, 'RP', null)], [[1, 'moved']]],
		['one that nobody knows of any more', null, []]
	] as [string, Change[] | null, unknown[]][])('is told or not: %s', (_, changes, expected) => {
		expect(told(seen([card(1)]), standing([card(1, { status: 'RP' })]), changes)).toEqual(expected);
	});

	test('that was taken back, or within its column, is none', () => {
		const changes = [moved(6, 1, 'RP'), moved(7, 1, 'IP')];
		expect(told(seen([card(1)]), standing([card(1)]), changes)).toEqual([]);
		const ranked: Change = { ...moved(6, 1, 'IP'), set: { rank: 'b' } };
		expect(told(seen([card(1)]), standing([card(1, { rank: 'b' })]), [ranked])).toEqual([]);
	});

	test('off the board is one, by somebody else', () => {
		expect(told(seen([card(1)]), standing([]), [left(6, 1, 'closed')])).toEqual([[1, 'moved']]);
		expect(told(seen([card(1)]), standing([]), [left(6, 1, 'closed', ME)])).toEqual([]);
		expect(told(seen([card(1)]), standing([]), null)).toEqual([]);
	});

	test('of a job that has become somebody else’s, or only now mine, is not told', () => {
		const gone = card(1, { status: 'RP', salesperson: BEN });
		expect(told(seen([card(1)]), standing([gone]), [moved(6, 1, 'RP')])).toEqual([]);
		expect(told(seen([gone]), standing([card(1, { status: 'OH' })]), [moved(6, 1, 'OH')])).toEqual([]);
	});
});

describe('[G5] a day that turns', () => {
	const TOMORROW = { now: '2026-03-10T23:00:00.000Z' };
	const due = card(1, { promisedOn: '2026-03-10' });
	const aged = card(2, { status: 'QN', statusSince: '2026-03-07T09:00:00.000Z' });

	test('makes jobs overdue and red without any change, at the shop’s midnight', () => {
		const before = seen([due, aged]);
		const last = { now: '2026-03-10T22:59:59.000Z' };
		expect(told(before, standing([due, aged], last), [])).toEqual([]);
		expect(told(before, standing([due, aged], TOMORROW), [])).toEqual([
			[1, 'overdue'],
			[2, 'red']
		]);
	});

	test('is told once, and again when it has been put right in between', () => {
		const before = seen([due], TOMORROW);
		expect(told(before, standing([due], TOMORROW), [])).toEqual([]);
		const later = { ...due, promisedOn: '2026-03-12' };
		const right = decideNotices(before, standing([later], TOMORROW), [], 'me', ALL_ON).known;
		expect(told(right, standing([due], TOMORROW), [])).toEqual([[1, 'overdue']]);
	});

	test('with a change of my own to the same job is no news', () => {
		const own: Change = { version: 6, at: NOON, by: ME, number: 1, kind: 'edited', set: {} };
		expect(told(seen([due]), standing([due], TOMORROW), [own])).toEqual([]);
	});

	test('is known although a move before it is not', () => {
		expect(told(seen([due]), standing([{ ...due, status: 'OH' }], TOMORROW), null)).toEqual([[1, 'overdue']]);
	});
});

describe('what was asked for', () => {
	test('is all that is told, and the rest is known all the same', () => {
		const after = standing([card(1, { status: 'OH', promisedOn: '2026-03-01' })]);
		const changes = [moved(6, 1, 'OH')];
		const before = seen([card(1)]);
		expect(told(before, after, changes)).toEqual([[1, 'moved', 'overdue']]);
		expect(told(before, after, changes, { ...ALL_OFF, overdue: true })).toEqual([[1, 'overdue']]);
		const { notices, known } = decideNotices(before, after, changes, 'me', ALL_OFF);
		expect(notices).toEqual([]);
		expect(told(known, after, [])).toEqual([]);
	});

	test('nothing is told to somebody who has just asked', () => {
		expect(told(null, standing([card(1, { promisedOn: '2026-03-01' })]), [moved(6, 1, 'OH')])).toEqual([]);
	});

	test('a shop that was restored from a backup tells no moves', () => {
		const after = standing([card(1, { status: 'OH' })], { version: 4 });
		expect(told(seen([card(1)]), after, [moved(6, 1, 'OH')])).toEqual([]);
	});
});

describe('what is kept in the browser', () => {
	test('is read back', () => {
		const known = seen([card(1), card(2)]);
		expect(knownIn(JSON.stringify(known))).toEqual(known);
		expect(settingsIn(JSON.stringify({ ...ALL_OFF, red: true }))).toEqual({ ...ALL_OFF, red: true });
	});

	test.each([
		null,
		'',
		'null',
		'7',
		'[]',
		'{"version":"1","jobs":{}}',
		'{"version":1,"jobs":null}',
		'{"version":1,"jobs":{"1":null}}',
		'{"version":1,"jobs":{"1":{"status":"XX","overdue":true,"red":true}}}',
		'{"version":1,"jobs":{"1":{"status":"IP","overdue":1,"red":true}}}'
	])('is nothing when it is something else: %j', (kept) => {
		expect(knownIn(kept)).toBeNull();
		expect(isAnyOn(settingsIn(kept))).toBe(false);
	});
});

describe('the words', () => {
	const at = { now: '2026-03-12T11:00:00.000Z', aging };
	const decided = (before: Card[], after: Card[], changes: Change[]) =>
		decideNotices(seen(before), standing(after, at), changes, 'me', ALL_ON).notices;

	test('are of one job, and name no customer', () => {
		const after = card(12, { status: 'OH', promisedOn: '2026-03-10' });
		expect(noticeWords(decided([card(12)], [after], [moved(6, 12, 'OH')]), at)).toEqual({
			title: '#000012 Ring 12',
			body: 'Ben moved it to On hold. It is 2 days overdue.',
			href: '/work-orders/12',
			tag: 'job-12'
		});
		const red = card(1, { status: 'QN', statusSince: '2026-03-08T09:00:00.000Z', promisedOn: '2026-03-11' });
		expect(noticeWords(decided([red], [red], []), at)?.body).toMatch(
			/^Since today it is overdue\. 4 days in Quote needed.*\.$/
		);
		expect(noticeWords(decided([card(1)], [], [left(6, 1, 'deleted')]), at)).toMatchObject({
			title: '#000001',
			body: 'Ben deleted it.'
		});
	});

	test('are one summary however much there is to tell', () => {
		const before = [1, 2, 3, 4, 5, 6].map((number) => card(number));
		const after = before.map((each) => ({ ...each, status: 'RP' as const }));
		const changes = before.map(({ number }) => moved(5 + number, number, 'RP'));
		const notices = decideNotices(seen(before), { ...standing(after), version: 11 }, changes, 'me', ALL_ON);
		expect(noticeWords(notices.notices, at)).toEqual({
			title: 'News of 6 of your jobs',
			body: [1, 2, 3, 4]
				.map((number) => `#00000${number} Ring ${number}: Ben moved it to Ready for pickup`)
				.concat('and 2 more')
				.join('\n'),
			href: '/work-orders',
			tag: 'jobs'
		});
		expect(noticeWords([], at)).toBeNull();
	});
});
