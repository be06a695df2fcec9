import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
	PROTOCOL_VERSION,
	type ClientToServer,
	type ConnectRefusal,
	type ServerToClient,
	type SinceAnswer
} from '#lib/realtime/protocol.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { buildDisplay, buildJob, buildPerson, type Person } from '#tests/support/factories.ts';
import { mutation } from '#tests/support/test-shop.ts';
import type { ClientSocket } from '#tests/simulation/live-node.ts';
import { ATTACKERS, secretsOf, type Attacker, type Column, type Credentials } from './attackers.ts';
import { MARK, startTwoShops, type TwoShops } from './two-shops.ts';

type Down = keyof ServerToClient;
type Up = keyof ClientToServer;

/** What the hand-shake answers whom: let in, or this refusal. */
const ADMITTED: Record<Column, 'in' | ConnectRefusal> = {
	admin: 'in',
	salesperson: 'in',
	jeweler: 'in',
	viewer: 'in',
	display: 'in',
	nobody: 'unauthenticated',
	'foreign page': 'origin_refused'
};

/** Who hears which event of their own shop, among those who are let in. D3: a display never hears what people do. */
const HEARD: Record<Down, readonly Column[]> = {
	'board:changes': ['admin', 'salesperson', 'jeweler', 'viewer', 'display'],
	'board:reload': ['admin', 'salesperson', 'jeweler', 'viewer', 'display'],
	'board:pulse': ['admin', 'salesperson', 'jeweler', 'viewer', 'display'],
	presence: ['admin', 'salesperson', 'jeweler', 'viewer'],
	'session:ended': ['admin', 'salesperson', 'jeweler', 'viewer', 'display']
};

/** What each event up may do, whoever sends it: nothing to a job, a contact or anything else that is kept. */
const UP: Record<Up, unknown> = {
	'board:since': { since: 1 },
	presence: { looking: 5_001, dragging: 5_001 }
};

interface Listening {
	socket: ClientSocket;
	heard: { event: string; payload: unknown }[];
	/** `in`, or the code of the refusal. */
	settled: Promise<string>;
}

let shops: TwoShops;
let theirs: { person: Person; number: number };
const open: ClientSocket[] = [];
const secrets = new Set<string>();
const counts = { connections: 0, events: 0 };
beforeAll(async () => {
	shops = await startTwoShops();
	theirs = { person: shops.theirs, number: await buildJob(shops.deps.sql, shops.theirs, { status: 'IP' }) };
}, 200_000);
afterEach(() => {
	for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
	console.log(
		`Socket matrix: ${CONNECTING.length} who connect × ${Object.keys(UP).length} events up and ` +
			`${Object.keys(HEARD).length} down: ${counts.connections} connections and ${counts.events} events sent.`
	);
	await shops.stop();
});

/** Connects with somebody's credentials, and keeps all that is heard. */
function connect({ token, cookie, page }: Credentials, auth: object = {}): Listening {
	const socket: ClientSocket = io(shops.api.app.url, {
		transports: ['websocket'],
		forceNew: true,
		reconnection: false,
		extraHeaders: { ...(cookie && { cookie }), ...(page?.origin && { origin: page.origin }) },
		auth: { protocol: PROTOCOL_VERSION, since: 0, ...(token && { token }), ...auth }
	});
	const heard: Listening['heard'] = [];
	socket.onAny((event: string, payload: unknown) => heard.push({ event, payload }));
	open.push(socket);
	counts.connections++;
	return { socket, heard, settled: settle(socket) };
}

/** `in`, or the code of the refusal. */
function settle(socket: ClientSocket): Promise<string> {
	return new Promise((resolve) => {
		socket.once('connect', () => resolve('in'));
		socket.once('connect_error', (error: Error & { data?: { code: string } }) =>
			resolve(error.data?.code ?? error.message)
		);
	});
}

async function arrive(attacker: Attacker): Promise<Credentials> {
	const credentials = await attacker.come(shops);
	for (const secret of secretsOf(credentials)) secrets.add(secret);
	return credentials;
}

/** A page's fetch metadata stands in no hand-shake: browsers name the origin of every WebSocket. */
const CONNECTING = ATTACKERS.filter(({ name }) => !name.includes('by what the browser says'));
const INSIDERS = CONNECTING.filter(({ column }) => ADMITTED[column] === 'in');
const as = (attackers: readonly Attacker[]) =>
	attackers.map((attacker) => [attacker.name, attacker] as const);

async function theirThings(): Promise<unknown> {
	return shops.contents(shops.theirs.shopId);
}

/** Moves a job of a shop to and fro, and returns where its number stands. */
async function change(person: Person, number: number): Promise<number> {
	const [job] = await shops.deps.sql<{ status: 'IP' | 'RP' | 'OH' }[]>`
		select status from jobs where shop_id = ${person.shopId} and number = ${number}`;
	const move =
		job!.status === 'OH'
			? ({ from: 'OH', to: 'IP' } as const)
			: ({ from: job!.status, to: 'OH', hold: { reason: 'stones', note: MARK } } as const);
	return (await moveJob(shops.deps, person, number, { ...mutation(), ...move })).version;
}

describe('[C3] the hand-shake', () => {
	test.each(as(CONNECTING))('of %s', async (_, attacker) => {
		const listening = connect(await arrive(attacker));
		expect(await listening.settled).toBe(ADMITTED[attacker.column]);
		if (ADMITTED[attacker.column] !== 'in') expect(listening.heard).toEqual([]);
	});

	test.each(as(INSIDERS))(
		'of %s as somebody or a display of the other shop is as if there were no such one',
		async (_, attacker) => {
			const display = await buildDisplay(shops.deps.sql, shops.theirs.shopId);
			for (const me of [shops.theirs.id, display.id, 'nobody']) {
				expect(await connect(await arrive(attacker), { me }).settled).toBe('unauthenticated');
			}
		}
	);
});

describe('[C3] events', () => {
	test.each(as(INSIDERS))(
		'up from %s change nothing anywhere, and tell nothing of the other shop',
		async (_, attacker) => {
			const before = await theirThings();
			const listening = connect(await arrive(attacker), { since: null });
			expect(await listening.settled).toBe('in');
			await vi.waitFor(() => expect(listening.heard.map(({ event }) => event)).toContain('board:reload'));
			const version = await versionOf(shops.theirs.shopId);
			for (const since of [0, 1, version - 1, version, version + 1]) {
				const answer = await sinceVersion(listening, since);
				expect(JSON.stringify(answer)).not.toContain(MARK);
			}
			for (const event of [...Object.keys(UP), ...Object.keys(HEARD)]) {
				listening.socket.emit(
					event as 'presence',
					(UP[event as Up] ?? { shopId: theirs.person.shopId }) as object
				);
				counts.events++;
			}
			await sinceVersion(listening, 0);
			expect(await theirThings()).toEqual(before);
			expect(JSON.stringify(listening.heard)).not.toContain(MARK);
			expect(JSON.stringify(listening.heard)).not.toContain(shops.theirs.shopId);
		}
	);

	test(
		'down: everybody hears their own shop, and not a word of the other one',
		{ timeout: 60_000 },
		async () => {
			const number = await buildJob(shops.deps.sql, shops.ours, { status: 'IP' });
			const listeners: (Listening & { attacker: Attacker })[] = [];
			for (const attacker of INSIDERS) {
				const listening = connect(await arrive(attacker), { since: await versionOf(shops.ours.shopId) });
				expect(await listening.settled).toBe('in');
				listeners.push({ attacker, ...listening });
			}
			const { token } = await startSession(shops.deps, shops.theirs, MARK);
			const them = connect({ token }, { since: await versionOf(shops.theirs.shopId) });
			expect(await them.settled).toBe('in');
			them.socket.emit('presence', { looking: theirs.number });
			await change(theirs.person, theirs.number);
			await vi.waitFor(() => expect(JSON.stringify(them.heard)).toContain(MARK), { timeout: 20_000 });
			const version = await changeOurs(number);
			await vi.waitFor(
				() => {
					for (const { attacker, heard } of listeners) {
						const last = heard.findLast(({ event }) => event === 'board:changes')?.payload as { to: number };
						expect(last?.to, attacker.name).toBe(version);
					}
				},
				{ timeout: 20_000 }
			);
			for (const { attacker, heard } of listeners) {
				const told = JSON.stringify(heard);
				expect(told, attacker.name).not.toContain(MARK);
				expect(told, attacker.name).not.toContain(shops.theirs.shopId);
				expect(told, attacker.name).not.toContain(shops.theirs.id);
				const strange = heard.filter(({ event }) => !HEARD[event as Down]?.includes(attacker.column));
				expect(strange, `${attacker.name} hears what is not for them`).toEqual([]);
			}
			expect(JSON.stringify(them.heard)).not.toContain(shops.ours.id);
		}
	);

	test('[P3] none after access has ended, or a display was revoked', { timeout: 60_000 }, async () => {
		const { sql } = shops.deps;
		const number = await buildJob(sql, shops.ours, { status: 'IP' });
		const ben = await buildPerson(sql, shops.ours.shopId, { role: 'salesperson' });
		const wall = await buildDisplay(sql, shops.ours.shopId);
		const ended = [
			connect({ token: (await startSession(shops.deps, ben, 'x')).token }),
			connect({ token: wall.token })
		];
		for (const listening of ended) expect(await listening.settled).toBe('in');
		const body = { ...mutation(), active: false };
		expect(await shops.api.call('PATCH', `/people/${ben.id}`, { body })).toMatchObject({ status: 200 });
		expect(await shops.api.call('DELETE', `/displays/${wall.id}`)).toMatchObject({ status: 204 });
		for (const { socket } of ended)
			await vi.waitFor(() => expect(socket.connected).toBe(false), { timeout: 20_000 });
		const before = ended.map(({ heard }) => heard.length);
		const witness = connect({ token: shops.api.token }, { since: await versionOf(shops.ours.shopId) });
		const version = await changeOurs(number);
		await vi.waitFor(() => expect(JSON.stringify(witness.heard)).toContain(`"to":${version}`), {
			timeout: 20_000
		});
		expect(ended.map(({ heard }) => heard.length)).toEqual(before);
		for (const { heard } of ended) expect(heard.at(-1)).toMatchObject({ event: 'session:ended' });
	});
});

async function changeOurs(number: number): Promise<number> {
	const move = { ...mutation(), from: 'IP', to: 'RP' } as const;
	return (await moveJob(shops.deps, shops.ours, number, move)).version;
}

async function versionOf(shopId: string): Promise<number> {
	const [shop] = await shops.deps.sql<{ version: string }[]>`select version from shops where id = ${shopId}`;
	return Number(shop!.version);
}

/** Asks what changed since a version. */
function sinceVersion({ socket }: Listening, since: number): Promise<SinceAnswer> {
	counts.events++;
	return socket.timeout(20_000).emitWithAck('board:since', { since });
}

test('no error of ours was logged, and no token', () => {
	expect(shops.api.errors()).toEqual([]);
	const log = shops.api.app.log();
	expect([...secrets].filter((secret) => log.includes(secret))).toEqual([]);
});
