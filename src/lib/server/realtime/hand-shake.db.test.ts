import { describe, expect, test } from 'vitest';
import type { ConnectRefusal, Pulse } from '#lib/realtime/protocol.ts';
import { endSession } from '#lib/server/people/sessions.ts';
import { FIRST_VERSION } from '#tests/support/factories.ts';
import type { ClientSocket } from '#tests/simulation/live-node.ts';
import { heard, liveShop } from '#tests/simulation/live-shop.ts';

const shop = liveShop();

async function refusal(socket: ClientSocket): Promise<unknown> {
	const error = await new Promise<Error & { data?: { code: ConnectRefusal } }>((resolve) =>
		socket.once('connect_error', resolve)
	);
	expect(socket.connected).toBe(false);
	return error.data;
}

describe('the hand-shake', () => {
	test('[P3] refuses who is not signed in', async () => {
		expect(await refusal(shop.node.connect({ since: 1 }))).toEqual({ code: 'unauthenticated' });
		expect(await refusal(shop.node.connect({ since: 1, token: 'wrong' }))).toEqual({
			code: 'unauthenticated'
		});
	});

	test('[P3] refuses an ended session', async () => {
		await endSession(shop.database, shop.session.session.id);
		expect(await refusal(shop.join(1))).toEqual({ code: 'unauthenticated' });
	});

	test('[P3] refuses a board that was made for somebody else, in a browser that has changed hands', async () => {
		expect(await refusal(shop.join(1, { me: 'somebody-else' }))).toEqual({ code: 'unauthenticated' });
		const theirs = shop.join(FIRST_VERSION, { me: shop.ana.id });
		expect(await heard<Pulse>(theirs, 'board:pulse')).toMatchObject({ version: FIRST_VERSION });
	});

	test.each([
		{ protocol: 0 },
		{ protocol: 2 },
		{ protocol: 'x' },
		{ since: -1 },
		{ since: 'x' },
		{ since: 1.5 }
	])('refuses what this version does not speak: %j', async (auth) => {
		expect(await refusal(shop.join(1, auth))).toEqual({ code: 'protocol_outdated' });
	});

	test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
		'[C3] refuses a page of another origin, signed in or not: %s',
		async (origin) => {
			const cookie = `benchboard_session=${shop.session.token}`;
			const socket = shop.node.connect({ since: 1 }, { extraHeaders: { origin, cookie } });
			expect(await refusal(socket)).toEqual({ code: 'origin_refused' });
			const withToken = shop.node.connect(
				{ since: 1, token: shop.session.token },
				{ extraHeaders: { origin } }
			);
			expect(await refusal(withToken)).toEqual({ code: 'origin_refused' });
		}
	);

	test('takes the cookie from a page of its own', async () => {
		const cookie = `theme=dark; benchboard_session=${shop.session.token}`;
		const socket = shop.node.connect(
			{ since: FIRST_VERSION },
			{ extraHeaders: { origin: shop.node.url, cookie } }
		);
		expect(await heard<Pulse>(socket, 'board:pulse')).toMatchObject({ version: FIRST_VERSION });
	});

	test('speaks WebSocket only', async () => {
		const response = await fetch(`${shop.node.url}/socket.io/?EIO=4&transport=polling`);
		expect(response.status).toBe(404);
	});
});
