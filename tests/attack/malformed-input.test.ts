import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL_VERSION, type Changes } from '#lib/realtime/protocol.ts';
import { mutation, startApi, type ApiClient } from '#tests/contract/api-client.ts';
import { seeded } from '#tests/simulation/random.ts';
import { buildJob } from '#tests/support/factories.ts';
import { fuzzedShop, type FuzzedShop } from './malformed/fuzzed-shop.ts';
import { sendOverWire } from './malformed/wire.ts';
import { sendMessages } from './malformed/wrong-messages.ts';
import { wrongRequest, type WireRequest } from './malformed/wrong-request.ts';

const seedsOf = (text: string) => text.split(',').map(Number);
const SEEDS = seedsOf(process.env.FUZZ_SEEDS ?? (process.env.BENCHBOARD_LONG ? '11,12,13,14,15,16' : '7'));
const REQUESTS = 1_700;
const MESSAGES = 300;
const AT_ONCE = 8;
const ROUND = 100;
const MESSAGES_EACH = 20;

let api: ApiClient;
let shop: FuzzedShop;
beforeAll(async () => {
	api = await startApi({ ORIGIN: 'https://board.example.com' });
	shop = await fuzzedShop(api);
}, 200_000);
afterAll(() => api.stop());

/** How the server is made: nothing of that belongs into an answer. */
const INSIDES =
	/node_modules|\n\s+at .+:\d+|\.[jt]s:\d+|\bselect\b.+\bfrom\b|\binsert into\b|\bviolates\b|syntax error|PostgresError|TypeError|RangeError|SyntaxError|ECONN|\/build\/server/i;

interface Fault {
	what: string;
	sent: string;
}

/** What is wrong about an answer to a wrong request, if anything. */
async function faultOf(request: WireRequest): Promise<Fault | null> {
	const { status, text } = await sendOverWire(Number(new URL(api.app.url).port), request);
	const headers = request.headers.map(([name, value]) => `${name}: ${value.slice(0, 200)}`).join(' | ');
	const sent = `${request.method} ${request.target.slice(0, 300)} ${headers} ${request.body.toString('latin1').slice(0, 300)}`;
	answered.set(status, (answered.get(status) ?? 0) + 1);
	if (status === null && !request.isCut) return { what: 'closed without an answer', sent };
	if (status !== null && status >= 500) return { what: text.slice(0, 600), sent };
	if (status !== null && status >= 400 && INSIDES.test(text)) return { what: text.slice(0, 2_000), sent };
	return null;
}

const answered = new Map<number | null, number>();

/** Lines of the log that are no entry, or one of a fault. */
function oddLines(): string[] {
	const lines = api.app.log().split('\n').filter(Boolean);
	const entries = lines.slice(lines.findIndex((line) => line.startsWith('Benchboard is ready')) + 1);
	return entries.filter((line) => !line.startsWith('{') || /"level":[56]0/.test(line));
}

test.each(SEEDS)(
	`${REQUESTS} wrong requests and ${MESSAGES} wrong messages, by seed %i: all are refused in words, and none does harm`,
	{ timeout: 600_000 },
	async (seed) => {
		const random = seeded(seed);
		const pid = api.app.pid();
		const faults: (Fault | null)[] = [];
		for (let made = 0; made < REQUESTS; made += ROUND) {
			const known = await shop.refresh();
			const round = Array.from({ length: ROUND }, () => wrongRequest(random, known, shop.token(random)));
			const takeNext = async () => {
				for (let next = round.pop(); next; next = round.pop()) faults.push(await faultOf(next));
			};
			await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
		}
		for (let sent = 0; sent < MESSAGES; sent += MESSAGES_EACH) {
			if (sent % ROUND === 0) await shop.refresh();
			await sendMessages(api.app.url, random, shop.token(random), MESSAGES_EACH);
		}
		expect(faults.filter((fault) => fault !== null)).toEqual([]);
		expect(oddLines()).toEqual([]);
		await expectAlive(pid);
		const statuses = [...answered].sort(([a], [b]) => Number(a) - Number(b));
		console.log(
			`Malformed input, seed ${seed}: ${REQUESTS} requests and ${MESSAGES} messages; answers so far: ` +
				statuses.map(([status, count]) => `${status ?? 'closed'} ${count}×`).join(', ')
		);
	}
);

/** The same process still answers a move, and a board still hears of it. */
async function expectAlive(pid: number): Promise<void> {
	expect(process.kill(pid, 0)).toBe(true);
	expect(api.app.pid()).toBe(pid);
	const number = await buildJob(api.database.sql, api.ana, { status: 'IP' });
	const token = await api.signIn(api.ana);
	const auth = { protocol: PROTOCOL_VERSION, since: null, token };
	const board = io(api.app.url, { transports: ['websocket'], forceNew: true, auth });
	try {
		await new Promise((resolve) => board.once('board:reload', resolve));
		const heard = new Promise<Changes>((resolve) => board.once('board:changes', resolve));
		const body = { ...mutation(), from: 'IP', to: 'RP' };
		const moved = await api.call('POST', `/jobs/${number}/moves`, { token, body });
		expect(moved).toMatchObject({ status: 200, body: { card: { number, status: 'RP' } } });
		expect(await heard).toMatchObject({ to: moved.body.version });
	} finally {
		board.disconnect();
	}
}
