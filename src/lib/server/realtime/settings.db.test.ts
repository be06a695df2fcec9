import { expect, test } from 'vitest';
import type { Pulse } from '#lib/realtime/protocol.ts';
import { changeSettings } from '#lib/server/settings/change-settings.ts';
import { buildPerson, buildShop, FIRST_VERSION } from '#tests/support/factories.ts';
import { heard, liveShop } from '#tests/simulation/live-shop.ts';

const shop = liveShop();

const change = (name: string, version = 1, by = shop.ana) => changeSettings(shop.deps, by, { version, name });

/** A change whose announcement is lost. */
const changeUnheard = () => shop.database.sql`
	update shops set rules_version = rules_version + 1 where id = ${shop.ana.shopId}`;

test('[G6] a change of the settings has the shop’s boards reload, once, and no other shop’s', async () => {
	const stranger = await buildPerson(shop.database.sql, await buildShop(shop.database.sql));
	const socket = shop.join(FIRST_VERSION);
	await heard(socket, 'board:pulse');
	let reloads = 0;
	socket.on('board:reload', () => reloads++);
	await change('Elsewhere', 1, stranger);
	const reload = heard(socket, 'board:reload');
	await change('Golden Hour');
	expect(await reload).toEqual({ version: FIRST_VERSION });
	// The next look at all versions finds this one, and nothing that was told before.
	await changeUnheard();
	await heard(socket, 'board:reload');
	expect(reloads).toBe(2);
});

test('[G6] a change whose announcement is lost is found by looking', async () => {
	const socket = shop.join(FIRST_VERSION);
	await heard(socket, 'board:pulse');
	const reload = heard(socket, 'board:reload');
	await changeUnheard();
	expect(await reload).toEqual({ version: FIRST_VERSION });
});

test('[G6] a board that was away hears from its first pulse that the rules are others', async () => {
	const present = shop.join(FIRST_VERSION);
	const before = await heard<Pulse>(present, 'board:pulse');
	const told = heard(present, 'board:reload');
	await change('Golden Hour');
	// From then on this node knows.
	await told;
	const after = await heard<Pulse>(shop.join(FIRST_VERSION), 'board:pulse');
	expect([before.rules, after.rules]).toEqual([1, 2]);
});
