import { describe, expect, test } from 'vitest';
import type { Terminal } from '#lib/realtime/protocol.ts';
import { decodeMessage, encodeMessage, encodeNews } from './presence-messages.ts';
import { restAfter } from './presence-pace.ts';
import { ReportGate, withReport } from './presence-report.ts';
import type { Placed } from './presence-roster.ts';

const BEN: Terminal = {
	id: 'a.1',
	of: 'ben',
	name: 'Ben',
	kind: 'person',
	since: '2026-03-02T10:00:00.000Z'
};

describe('[P4] a report', () => {
	test('sets what it names, ends what it names as nothing, and leaves the rest', () => {
		const looking = withReport(BEN, { looking: 7 });
		expect(looking).toEqual({ ...BEN, looking: 7 });
		const both = withReport(looking, { dragging: 3 });
		expect(both).toEqual({ ...BEN, looking: 7, dragging: 3 });
		expect(withReport(both, { looking: null })).toEqual({ ...BEN, dragging: 3 });
		expect(withReport(both, { looking: null, dragging: null })).toEqual(BEN);
	});

	test('that says nothing new changes nothing', () => {
		expect(withReport(BEN, {})).toBe(BEN);
		expect(withReport(BEN, { looking: null })).toBe(BEN);
		const looking = withReport(BEN, { looking: 7 });
		expect(withReport(looking, { looking: 7 })).toBe(looking);
	});

	test('passes so often in a window, and again in the next', () => {
		const gate = new ReportGate(2, 100);
		expect([0, 50, 99, 100, 150, 199, 200].map((now) => gate.passes(now))).toEqual([
			true,
			true,
			false,
			true,
			true,
			false,
			true
		]);
	});
});

describe('[P4] the rest after a list', () => {
	test.each([
		[1, 1, 200],
		[25, 20, 200],
		[60, 60, 468],
		[100, 100, 1_300],
		[200, 200, 5_000],
		[250, 1_000, 5_000]
	])('of %i terminals to %i screens is %i ms', (terminals, screens, rest) => {
		expect(restAfter(terminals, screens)).toBe(rest);
	});
});

describe('[P4] what nodes tell one another', () => {
	function placed(count: number, name = 'Ana Ruiz'): Placed[] {
		return Array.from({ length: count }, (_, index) => ['shop', { ...BEN, id: `a.${index}`, name }]);
	}
	let number = 0;
	const encode = (isAll: boolean, here: Placed[], gone: string[] = []) => {
		number = 0;
		return encodeNews('a', { isAll, here, gone }, () => ++number);
	};

	test('is at least a sign of life', () => {
		expect(encode(false, []).map(decodeMessage)).toEqual([
			{ kind: 'told', node: 'a', number: 1, here: [], gone: [] }
		]);
	});

	test.each(['Ana Ruiz', 'Анна Петровна Каренина', '💎'.repeat(50)])(
		'fits the database’s limit and arrives whole and in order: %s',
		(name) => {
			const here = placed(200, name);
			const gone = Array.from({ length: 500 }, (_, index) => `a.9${index}`);
			const payloads = encode(true, here, gone);
			for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
			const messages = payloads.map(decodeMessage);
			expect(messages.map((message) => message?.kind === 'told' && message.number)).toEqual(
				payloads.map((_, index) => index + 1)
			);
			expect(messages.map((message) => message?.kind === 'told' && message.isAll === true)).toEqual(
				payloads.map((_, index) => index === 0)
			);
			const told = messages.filter((message) => message?.kind === 'told');
			expect(told.flatMap((message) => message.here)).toEqual(here);
			expect(told.flatMap((message) => message.gone)).toEqual(gone);
		}
	);

	test('questions and good-byes are read back', () => {
		for (const message of [
			{ kind: 'ask', node: 'a', of: null },
			{ kind: 'ask', node: 'a', of: 'b' },
			{ kind: 'bye', node: 'a' }
		] as const)
			expect(decodeMessage(encodeMessage(message))).toEqual(message);
	});

	test.each([
		'',
		'null',
		'[]',
		'{"kind":"told","node":"a"}',
		'{"kind":"told","node":"a","number":1,"here":[["shop",null]],"gone":[]}',
		'{"kind":"told","node":"a","number":1,"here":[5],"gone":[]}',
		'{"kind":"dance","node":"a"}',
		'{"kind":"bye"}'
	])('what another program sends on the channel is not read: %s', (payload) => {
		expect(decodeMessage(payload)).toBeNull();
	});
});
