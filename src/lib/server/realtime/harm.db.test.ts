import { describe, expect, test, vi } from 'vitest';
import type { Changes } from '#lib/realtime/protocol.ts';
import { FIRST_VERSION } from '#tests/support/factories.ts';
import { heard, liveShop } from '#tests/simulation/live-shop.ts';

const shop = liveShop();

describe('harm', () => {
	const ODD: unknown[] = [
		undefined,
		null,
		0,
		-1,
		NaN,
		'',
		'x'.repeat(10_000),
		[],
		{},
		{ since: null },
		{ since: '1' },
		{ since: -1 },
		{ since: 1e300 },
		{ since: { $gt: 0 } },
		{ __proto__: null, since: [] },
		Buffer.from([0, 1, 2])
	];

	test('malformed messages are ignored, logged at no error level, and the board goes on', async () => {
		const error = vi.spyOn(shop.deps.log, 'error');
		const socket = shop.join(FIRST_VERSION);
		await heard(socket, 'board:pulse');
		const loose = socket as unknown as { emit: (event: string, ...rest: unknown[]) => void };
		for (let round = 0; round < 20; round++) {
			for (const odd of ODD) {
				loose.emit('board:since', odd);
				loose.emit(
					['board:since', 'board:changes', 'presence', 'toString', '__proto__'][round % 5]!,
					odd,
					odd
				);
			}
		}
		const next = heard<Changes>(socket, 'board:changes');
		await shop.makeChanges(1);
		expect(await next).toMatchObject({ to: FIRST_VERSION + 1 });
		expect(error).not.toHaveBeenCalled();
	});

	const NONSENSE = [
		'garbage',
		'2',
		'2["',
		'9'.repeat(40),
		'0{"protocol":',
		'51-["a",{"_placeholder":true,"num":9}]',
		'2["disconnect"]',
		'\u0000'
	];

	test.each(NONSENSE)('a packet of nonsense ends at most its own connection: %j', async (text) => {
		const socket = shop.join(FIRST_VERSION);
		const neighbour = shop.join(FIRST_VERSION);
		await Promise.all([heard(socket, 'board:pulse'), heard(neighbour, 'board:pulse')]);
		socket.io.engine.write(text);
		const next = heard<Changes>(neighbour, 'board:changes');
		await shop.makeChanges(1);
		expect(await next).toMatchObject({ to: FIRST_VERSION + 1 });
	});

	test('a message over the limit ends its connection and no other', async () => {
		const socket = shop.join(FIRST_VERSION);
		const neighbour = shop.join(FIRST_VERSION);
		await Promise.all([heard(socket, 'board:pulse'), heard(neighbour, 'board:pulse')]);
		const loose = socket as unknown as { emit: (event: string, odd: string) => void };
		loose.emit('board:since', 'x'.repeat(70_000));
		await vi.waitFor(() => expect(socket.connected).toBe(false));
		expect(neighbour.connected).toBe(true);
	});
});
