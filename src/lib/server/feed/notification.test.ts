import { describe, expect, test } from 'vitest';
import type { Change } from '#lib/realtime/protocol.ts';
import { decodeNotification, encodeNotification } from './notification.ts';

const change: Change = {
	version: 7,
	at: '2026-03-02T10:00:00.000Z',
	by: { id: 'ana', name: 'Ana' },
	number: 3,
	kind: 'moved',
	set: { status: 'IP', version: 7 }
};

describe('[C1] the announcement of a change', () => {
	test('carries the change', () => {
		expect(decodeNotification(encodeNotification('shop', change))).toEqual({ shop: 'shop', change });
	});

	test('carries the version alone when the database would refuse its size', () => {
		const large = { ...change, set: { title: '漢'.repeat(2_600) } };
		expect(decodeNotification(encodeNotification('shop', large))).toEqual({ shop: 'shop', version: 7 });
	});

	test.each([
		'',
		'x',
		'null',
		'[]',
		'{}',
		'{"shop":1,"version":2}',
		'{"shop":"a"}',
		'{"shop":"a","change":null}'
	])('is told from a payload that means nothing: %s', (payload) => {
		expect(decodeNotification(payload)).toBeNull();
	});
});
