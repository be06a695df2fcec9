import WebSocket from 'ws';
import { PROTOCOL_VERSION } from '#lib/realtime/protocol.ts';
import type { Random } from '#tests/simulation/random.ts';
import { broken } from './broken-json.ts';
import { oddText, oddValue } from './odd-values.ts';

/** Longer than a busy machine takes for anything. */
const PATIENCE_MS = 60_000;

const EVENTS = [
	'board:since',
	'board:since',
	'presence',
	'presence',
	'board:changes',
	'board:pulse',
	'session:ended',
	'connect',
	'connect_error',
	'disconnect',
	'disconnecting',
	'error',
	'newListener',
	'__proto__',
	'toString',
	''
];

/** Frames that mean something to Engine.IO or Socket.IO, in the wrong place. */
const FRAMES = [
	'',
	'1',
	'2',
	'3probe',
	'5',
	'6',
	'4',
	'40',
	'40/admin,',
	'40/admin,{"protocol":1}',
	'41',
	'42',
	'42[]',
	'42[1]',
	'42{}',
	'42"board:since"',
	'42["board:since"',
	'42[null,{"since":1}]',
	'42[["board:since"],{"since":1}]',
	'42-1["board:since",{"since":1}]',
	'4299999999999999999999["board:since",{"since":1}]',
	'43["x"]',
	'431[{"reload":true}]',
	'44{"message":"x"}',
	'45-["x"]',
	'451-["board:since",{"_placeholder":true,"num":0}]',
	'451-["board:since",{"_placeholder":true,"num":99}]',
	'459007199254740993-["x"]',
	'46-1[]',
	'49["x"]',
	'42/other,["board:since",{"since":1}]',
	'42["disconnect"]'
];

type Frame = string | Buffer;

/** A message that no client of ours sends; seldom it happens to be one. */
export function wrongMessage(random: Random): Frame {
	const event = () => (random.chance(0.85) ? random.pick(EVENTS) : oddText(random));
	const payload = () => random.pick([{ since: 1 }, { looking: 1, dragging: null }, { since: 1, looking: 1 }]);
	const wrong = () => broken(payload(), random);
	const ack = () => random.pick(['', String(random.between(0, 1e9))]);
	return random.pick<() => Frame>([
		() => `42${ack()}${JSON.stringify([event(), wrong()])}`,
		() => `42${ack()}${JSON.stringify([event(), wrong(), wrong()])}`,
		() =>
			`42${ack()}${JSON.stringify([event(), ...Array.from({ length: 200 }, () => random.between(0, 9))])}`,
		() => `42${ack()}${JSON.stringify([event()])}`,
		() => `42${JSON.stringify(oddValue(random)) ?? ''}`,
		() => `451-${JSON.stringify([event(), { _placeholder: true, num: random.between(-1, 2) }])}`,
		() => Buffer.from(oddText(random).slice(0, 500)),
		() => random.pick(FRAMES),
		() => random.pick(FRAMES),
		() => oddText(random).slice(0, 2_000),
		() => `42["board:since","${'x'.repeat(random.pick([100, 60_000, 70_000]))}"]`
	])();
}

/** The first message of a connection, mostly the right one. */
function greeting(random: Random, token: string): string {
	const auth = { protocol: PROTOCOL_VERSION, since: 1, token };
	return `40${JSON.stringify(random.chance(0.7) ? auth : broken(auth, random)) ?? ''}`;
}

/**
 * Connects, greets, sends messages, and leaves in an orderly way, so that the server has read all of them. Returns how many
 * were sent; the server may close a connection that speaks nonsense.
 */
export function sendMessages(url: string, random: Random, token: string, count: number): Promise<number> {
	const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
	const messages = [
		greeting(random, token),
		...Array.from({ length: count - 1 }, () => wrongMessage(random))
	];
	return new Promise((resolve, reject) => {
		const patience = setTimeout(() => {
			socket.terminate();
			reject(
				new Error(`The server does not let go of a connection: ${JSON.stringify(messages).slice(0, 500)}`)
			);
		}, PATIENCE_MS);
		socket.once('message', () => {
			for (const message of messages) socket.send(message);
			socket.close();
		});
		socket
			.on('error', () => undefined)
			.once('close', () => {
				clearTimeout(patience);
				resolve(messages.length);
			});
	});
}
