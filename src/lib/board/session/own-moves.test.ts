import { describe, expect, test } from 'vitest';
import { openLiveScreen } from '#tests/simulation/one-screen.ts';

const toReview = { number: 1, to: 'CR' } as const;

describe('an own move is shown at once, and the card never jumps back', () => {
	test('[C1] when the answer comes first', async () => {
		const { core, follow, shown, events, answerNext } = openLiveScreen();
		const moved = core.writer.move(toReview);
		expect(core.cards.get(1)?.status).toBe('CR');
		await answerNext();
		expect(await moved).toMatchObject({ ok: true, card: { number: 1, status: 'CR' } });
		follow();
		expect(shown(1)).toEqual(['QN', 'CR']);
		expect(events.map(({ type }) => type)).toEqual(['moved']);
		expect(core.connection).toBe('live');
	});

	test('[C1] when the log comes first', async () => {
		const { core, serve, follow, shown, events, next } = openLiveScreen();
		const moved = core.writer.move(toReview);
		const request = await next();
		const answer = serve(request);
		follow();
		await request.answer(answer);
		expect(await moved).toMatchObject({ ok: true });
		expect(shown(1)).toEqual(['QN', 'CR']);
		expect(events.map(({ type }) => type)).toEqual(['moved']);
	});

	test('[C1] when the answer is ahead of changes by others that are still on their way', async () => {
		const { core, elsewhere, follow, shown, server, answerNext } = openLiveScreen();
		const moved = core.writer.move(toReview);
		elsewhere(2, 'QN', 'IP');
		await answerNext();
		await moved;
		expect(core.cards.get(1)).toEqual(server.cards.get(1));
		expect(core.cards.get(2)?.status).toBe('QN');
		follow();
		expect(shown(1)).toEqual(['QN', 'CR']);
		expect([...core.cards]).toEqual([...server.cards]);
	});

	test('[W12] it lands between the neighbours that it was dropped between', async () => {
		const { core, answerNext } = openLiveScreen(4);
		const first = core.writer.move(toReview);
		await answerNext();
		await first;
		void core.writer.move({ number: 2, to: 'CR', after: 1 });
		expect(core.cards.get(2)!.rank > core.cards.get(1)!.rank).toBe(true);
		void core.writer.move({ number: 3, to: 'CR', after: 1, before: 2 });
		const [one, two, three] = [1, 2, 3].map((number) => core.cards.get(number)!.rank);
		expect([one, three, two]).toEqual([one, three, two].sort());
	});

	test('a card that nobody touches keeps its identity', async () => {
		const { core, follow, answerNext } = openLiveScreen();
		const untouched = core.cards.get(2);
		const moved = core.writer.move(toReview);
		expect(core.cards.get(2)).toBe(untouched);
		await answerNext();
		await moved;
		follow();
		expect(core.cards.get(2)).toBe(untouched);
	});
});

describe('a refused move', () => {
	test('[W3] [W4] that the rules here refuse is not even sent', async () => {
		const { core, requests, events } = openLiveScreen();
		const result = await core.writer.move({ number: 1, to: 'RP' });
		expect(result).toMatchObject({
			ok: false,
			kind: 'refused',
			problem: { code: 'move.not_allowed', status: 422, allowed: ['AVQ', 'CR', 'IP', 'OH'] }
		});
		expect(requests).toEqual([]);
		expect(events).toMatchObject([{ type: 'refused', number: 1, to: 'RP' }]);
	});

	test('[W6] into On hold needs its reason', async () => {
		const { core } = openLiveScreen();
		const result = await core.writer.move({ number: 1, to: 'OH' });
		expect(result).toMatchObject({ problem: { code: 'move.hold_reason_required' } });
	});

	test('[W8] goes to the winner’s place as soon as the answer tells of it', async () => {
		const { core, elsewhere, follow, shown, events, answerNext } = openLiveScreen();
		const moved = core.writer.move(toReview);
		elsewhere(1, 'QN', 'IP');
		await answerNext();
		expect(await moved).toMatchObject({ ok: false, kind: 'refused', problem: { code: 'job.moved' } });
		expect(core.cards.get(1)?.status).toBe('IP');
		follow();
		expect(shown(1)).toEqual(['QN', 'CR', 'IP']);
		expect(events.map(({ type }) => type)).toEqual(['refused', 'remote']);
	});

	test('[W8] of a card that somebody moved while it was in the hand is for the server to explain', async () => {
		const { core, elsewhere, follow, answerNext } = openLiveScreen();
		elsewhere(1, 'QN', 'IP');
		follow();
		const moved = core.writer.move({ number: 1, from: 'QN', to: 'CR' });
		expect(core.cards.get(1)?.status).toBe('IP');
		await answerNext();
		expect(await moved).toMatchObject({ problem: { code: 'job.moved', card: { status: 'IP' } } });
	});

	test('of a card that is not on the board says so', async () => {
		const { core } = openLiveScreen();
		expect(await core.writer.move({ number: 99, to: 'CR' })).toMatchObject({
			problem: { code: 'job.not_found' }
		});
	});
});

describe('sending', () => {
	test('[C5] an outage is waited out with the same mutation id', async () => {
		const { core, timeline, next, answerNext } = openLiveScreen();
		const moved = core.writer.move(toReview);
		const first = await next();
		await first.fail();
		await timeline.pass(200);
		await (await next()).answer({ ok: false, problem: { status: 503, code: 'service.unavailable' } });
		await timeline.pass(400);
		expect((await next()).body).toEqual(first.body);
		await answerNext();
		expect(await moved).toMatchObject({ ok: true });
	});

	test('changes of one card go one after the other, others do not wait for them', async () => {
		const { core, requests, serve, shown, timeline, answerNext } = openLiveScreen();
		const first = core.writer.move(toReview);
		const second = core.writer.move({ number: 1, to: 'IP' });
		const other = core.writer.move({ number: 2, to: 'CR' });
		await timeline.pass(0);
		await Promise.resolve();
		expect(requests.map(({ path }) => path)).toEqual(['/api/v1/jobs/1/moves', '/api/v1/jobs/2/moves']);
		await answerNext();
		await first;
		await Promise.resolve();
		expect(requests.map(({ body }) => body.from)).toEqual(['QN', 'CR']);
		for (const request of [...requests]) await request.answer(serve(request));
		expect([await second, await other]).toMatchObject([{ ok: true }, { ok: true }]);
		expect(shown(1)).toEqual(['QN', 'CR', 'IP']);
	});

	test('[W10] a closed job leaves the board at once, and comes back when the server refuses', async () => {
		const { core, shown, next } = openLiveScreen();
		const closed = core.writer.close(1, { outcome: 'cancelled', reason: 'Changed their mind' });
		expect(core.cards.has(1)).toBe(false);
		await (await next()).answer({ ok: false, problem: { status: 403, code: 'forbidden' } });
		expect(await closed).toMatchObject({ ok: false, kind: 'refused' });
		expect(shown(1)).toEqual(['QN', 'nowhere', 'QN']);
	});

	test('[W10] what is not ready is not picked up', async () => {
		const { core, requests } = openLiveScreen();
		const result = await core.writer.close(1, { outcome: 'picked_up' });
		expect(result).toMatchObject({ problem: { code: 'close.not_ready' } });
		expect(requests).toEqual([]);
	});

	test('[P3] a session that has ended ends the board', async () => {
		const { core, next } = openLiveScreen();
		void core.writer.move(toReview);
		await (await next()).answer({ ok: false, problem: { status: 401, code: 'unauthenticated' } });
		expect(core.connection).toBe('signed_out');
		expect(await core.writer.move({ number: 2, to: 'CR' })).toMatchObject({ kind: 'read_only' });
	});
});
