import { describe, expect, test } from 'vitest';
import type { BoardSnapshot } from '#lib/board/board.ts';
import { openLiveScreen } from '#tests/simulation/one-screen.ts';

/** A snapshot with other rules than the board was opened with. */
function ruled(snapshot: BoardSnapshot, rules: number, name = `Rules ${rules}`) {
	const timeZone = 'Pacific/Auckland';
	const aging = { ...snapshot.shop.aging, timeZone, dueSoonDays: rules };
	return { ok: true, body: { ...snapshot, shop: { ...snapshot.shop, name, rules, timeZone, aging } } };
}

describe('[G6] a board follows the shop’s rules', () => {
	test('when it is told to reload: name, time zone and aging', async () => {
		const { core, server, next } = openLiveScreen();
		const cards = [...core.cards.values()];
		core.reload({ version: server.version });
		await (await next()).answer(ruled(server.snapshot(), 2));
		expect(core.shop).toMatchObject({ name: 'Rules 2', timeZone: 'Pacific/Auckland', rules: 2 });
		expect(core.shop.aging).toMatchObject({ timeZone: 'Pacific/Auckland', dueSoonDays: 2 });
		expect(core.connection).toBe('live');
		expect([...core.cards.values()].every((card, at) => card === cards[at])).toBe(true);
	});

	test('when a pulse names newer ones than it has, and not otherwise', async () => {
		const { core, server, requests, next } = openLiveScreen();
		const pulse = (rules?: number) =>
			core.pulse({ version: server.version, now: server.now, ...(rules && { rules }) });
		pulse();
		pulse(1);
		expect(requests).toEqual([]);
		pulse(2);
		await (await next()).answer(ruled(server.snapshot(), 2));
		pulse(2);
		expect(core.shop.rules).toBe(2);
		expect(requests).toEqual([]);
	});

	test('when a change of a job overtakes the snapshot, whose cards are too old by then', async () => {
		const { core, server, elsewhere, follow, next, requests } = openLiveScreen();
		core.reload({ version: server.version });
		const old = ruled(server.snapshot(), 2);
		const asked = await next();
		elsewhere(1, 'QN', 'CR');
		follow();
		await asked.answer(old);
		expect(core.shop.name).toBe('Rules 2');
		expect(core.cards.get(1)?.status).toBe('CR');
		expect(core.connection).toBe('live');
		expect(requests).toEqual([]);
	});

	test('when they change again while it fetches', async () => {
		const { core, server, next } = openLiveScreen();
		core.reload({ version: server.version });
		const asked = await next();
		core.reload({ version: server.version });
		await asked.answer(ruled(server.snapshot(), 2));
		expect(core.connection).toBe('catching_up');
		await (await next()).answer(ruled(server.snapshot(), 3));
		expect(core.shop.name).toBe('Rules 3');
		expect(core.connection).toBe('live');
	});
});
