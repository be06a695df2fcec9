import { describe, expect, test } from 'vitest';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { openLiveScreen, openScreen } from '#tests/simulation/one-screen.ts';

const WHO = { kind: 'person', shopId: 'shop', id: 'any', name: 'Any' } as const;

describe('[C1] following the log', () => {
	test('what comes twice or too late changes nothing', () => {
		const { core, server, elsewhere, follow } = openLiveScreen();
		elsewhere(1, 'QN', 'CR');
		follow();
		const cards = core.cards;
		core.receive({ from: 3, to: 4, changes: server.log.slice(3) });
		core.receive({ from: 0, to: 1, changes: server.log.slice(0, 1) });
		expect(core.cards).toBe(cards);
		expect(core.connection).toBe('live');
	});

	test('what is missing is asked for, and until it comes the board is not live', async () => {
		const { core, server, requests, elsewhere, next } = openLiveScreen();
		elsewhere(1, 'QN', 'CR');
		elsewhere(2, 'QN', 'IP');
		core.receive({ from: 4, to: 5, changes: server.log.slice(4) });
		expect(core.connection).toBe('catching_up');
		expect(requests).toMatchObject([{ path: 'since', body: { version: 3 } }]);
		await (await next()).answer(server.since(3));
		expect(core.connection).toBe('live');
		expect([...core.cards]).toEqual([...server.cards]);
	});

	test('a pulse tells of what was lost last', async () => {
		const { core, server, elsewhere, next } = openLiveScreen();
		elsewhere(1, 'QN', 'CR');
		core.pulse({ version: server.version, now: server.now });
		await (await next()).answer(server.since(3));
		expect(core.cards.get(1)?.status).toBe('CR');
	});

	test('a question without an answer is asked again', async () => {
		const { core, server, timeline, elsewhere, next } = openLiveScreen();
		elsewhere(1, 'QN', 'CR');
		core.pulse({ version: server.version, now: server.now });
		await (await next()).fail();
		await timeline.pass(500);
		await (await next()).answer(server.since(3));
		expect(core.connection).toBe('live');
	});
});

describe('[C4] reloading', () => {
	test('too far behind, the board is fetched, and cards that are the same stay the same', async () => {
		const { core, server, requests, elsewhere, next } = openLiveScreen();
		const untouched = core.cards.get(2);
		elsewhere(1, 'QN', 'CR');
		core.reload({ version: server.version });
		expect(core.connection).toBe('catching_up');
		expect(requests[0]!.path).toBe('snapshot');
		await (await next()).answer({ ok: true, body: server.snapshot() });
		expect(core.connection).toBe('live');
		expect(core.cards.get(1)?.status).toBe('CR');
		expect(core.cards.get(2)).toBe(untouched);
	});

	test('a snapshot that the log has overtaken does not set the board back, and brings its rules', async () => {
		const { core, server, elsewhere, follow, next } = openLiveScreen();
		core.reload({ version: server.version });
		const old = server.snapshot();
		elsewhere(1, 'QN', 'CR');
		follow();
		await (await next()).answer({ ok: true, body: { ...old, shop: { ...old.shop, name: 'Silver Hour' } } });
		expect(core.cards.get(1)?.status).toBe('CR');
		expect(core.connection).toBe('live');
		expect(core.shop.name).toBe('Silver Hour');
	});

	test('[P3] what is decided anew while the board is being fetched is fetched too, and told once', async () => {
		const { core, server, events, next } = openLiveScreen();
		const abilities = abilitiesOf({ ...WHO, role: 'jeweler' });
		const before = server.snapshot();
		const jeweler = { ...before, shop: { ...before.shop, rules: before.shop.rules + 1 }, abilities };
		core.reload({ version: server.version });
		core.reload({ version: server.version });
		await (await next()).answer({ ok: true, body: server.snapshot() });
		expect(core.abilities.seePrices).toBe(true);
		await (await next()).answer({ ok: true, body: jeweler });
		expect(core.abilities.seePrices).toBe(false);
		expect(core.connection).toBe('live');
		expect(events).toEqual([{ type: 'decided_anew' }]);
	});

	test('a shop that was restored from a backup sets the board back', async () => {
		const { core, server, elsewhere, follow, next } = openLiveScreen();
		const backup = server.snapshot();
		elsewhere(1, 'QN', 'CR');
		follow();
		core.reload({ version: backup.version });
		await (await next()).answer({ ok: true, body: backup });
		expect(core.cards.get(1)?.status).toBe('QN');
		expect(core.connection).toBe('live');
	});

	test('[P3] a session that is not known any more ends the board', async () => {
		const { core, server, next } = openLiveScreen();
		core.reload({ version: server.version });
		await (await next()).answer({ ok: false, problem: { status: 401, code: 'unauthenticated' } });
		expect(core.connection).toBe('signed_out');
	});
});

describe('without a connection', () => {
	test('[C4] the board says so, and since when', async () => {
		const { core, server, timeline } = openLiveScreen();
		await timeline.pass(5_000);
		const { now } = server;
		core.pulse({ version: server.version, now });
		await timeline.pass(3_000);
		core.linkDown();
		expect(core.connection).toBe('reconnecting');
		await timeline.pass(3_000);
		expect(core.asOf).toBe(now);
		core.linkUp();
		expect(core.connection).toBe('catching_up');
		core.pulse({ version: server.version, now: server.now });
		expect(core.connection).toBe('live');
	});

	test('[C5] after ten seconds changes are given up and none are taken, until it is live again', async () => {
		const { core, server, requests, timeline, events, next } = openLiveScreen();
		core.linkDown();
		await timeline.pass(3_000);
		const queued = core.writer.move({ number: 1, to: 'CR' });
		await timeline.pass(1_000);
		await (await next()).fail();
		await timeline.pass(5_900);
		expect(core.cards.get(1)?.status).toBe('CR');
		await timeline.pass(200);
		expect(await queued).toMatchObject({ ok: false, kind: 'undelivered', problem: { title: 'No answer' } });
		expect(core.cards.get(1)?.status).toBe('QN');
		expect(core.connection).toBe('read_only');
		expect(await core.writer.move({ number: 1, to: 'CR' })).toMatchObject({ kind: 'read_only' });
		expect(events.map(({ type }) => type)).toEqual(['refused', 'refused']);

		expect(requests.every(({ signal }) => signal?.aborted)).toBe(true);
		requests.length = 0;
		core.linkUp();
		expect(core.connection).toBe('read_only');
		core.pulse({ version: server.version, now: server.now });
		expect(core.connection).toBe('live');
		await timeline.pass(60_000);
		expect(requests).toEqual([]);
	});

	test('[C5] a change is given up ten seconds after it was made, even if the connection seems to be there', async () => {
		const { core, timeline } = openLiveScreen();
		const moved = core.writer.move({ number: 1, to: 'CR' });
		await timeline.pass(10_000);
		expect(await moved).toMatchObject({ kind: 'undelivered' });
		expect(core.cards.get(1)?.status).toBe('QN');
		expect(core.connection).toBe('live');
	});

	test('[C5] a change whose answer was lost stays where the log has it, and is not called saved', async () => {
		const { core, serve, next, follow, timeline, shown } = openLiveScreen();
		const moved = core.writer.move({ number: 1, to: 'CR' });
		serve(await next());
		follow();
		await timeline.pass(10_000);
		expect(await moved).toMatchObject({ kind: 'undelivered' });
		expect(shown(1)).toEqual(['QN', 'CR']);
	});

	test('[C5] a board that never gets a connection is read-only after ten seconds', async () => {
		const { core, timeline } = openScreen();
		expect(core.connection).toBe('catching_up');
		await timeline.pass(10_000);
		expect(core.connection).toBe('read_only');
	});

	test('[C5] a board that is put away counts no more', async () => {
		const { core, timeline } = openScreen();
		core.stop();
		core.linkDown();
		await timeline.pass(60_000);
		expect(core.connection).toBe('reconnecting');
	});
});

test('[C1] a long catch-up is shown, but not told change by change', () => {
	const { core, events, elsewhere, follow } = openLiveScreen(30);
	for (let number = 1; number <= 20; number++) elsewhere(number, 'QN', 'CR');
	follow();
	expect(events).toHaveLength(20);
	for (let number = 1; number <= 21; number++) elsewhere(number, number === 21 ? 'QN' : 'CR', 'IP');
	follow();
	expect(events).toHaveLength(20);
	expect(core.cards.get(21)?.status).toBe('IP');
});
