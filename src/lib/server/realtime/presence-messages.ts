import type { Placed } from './presence-roster.ts';

/** The channel on which nodes tell one another who is connected to them. */
export const PRESENCE_CHANNEL = 'benchboard_presence';

/** Bytes. PostgreSQL refuses a payload of 8,000 bytes. */
const PAYLOAD_LIMIT = 7_500;
/** Bytes that the message takes around what it lists. */
const ENVELOPE = 120;

/**
 * What a node says. `told`: who has come or changed, who has gone, perhaps nothing: the node is there. `number` counts a
 * node's messages, so that others notice when they have missed one; `isAll` begins anew: whoever was told of before and
 * is not now has gone. `ask`: one node, or with `null` every node, is to tell of all its terminals. `bye`: the node goes.
 */
export type NodeMessage =
	| { kind: 'told'; node: string; number: number; isAll?: true; here: Placed[]; gone: string[] }
	| { kind: 'ask'; node: string; of: string | null }
	| { kind: 'bye'; node: string };

/** What a node has to tell; all of its terminals, or what is different. */
export interface News {
	isAll: boolean;
	here: readonly Placed[];
	gone: readonly string[];
}

/** The payloads that tell news, each within the database's limit; at least one. `nextNumber` counts them. */
export function encodeNews(node: string, news: News, nextNumber: () => number): string[] {
	const entries = [...news.here.map((here) => ({ here })), ...news.gone.map((gone) => ({ gone }))];
	const batches = inBatches(entries);
	return batches.map((batch, index) =>
		JSON.stringify({
			kind: 'told',
			node,
			number: nextNumber(),
			...(news.isAll && index === 0 ? { isAll: true } : {}),
			here: batch.flatMap((entry) => ('here' in entry ? [entry.here] : [])),
			gone: batch.flatMap((entry) => ('gone' in entry ? [entry.gone] : []))
		} satisfies NodeMessage)
	);
}

function inBatches<Entry>(entries: readonly Entry[]): Entry[][] {
	const batches: Entry[][] = [[]];
	let bytes = ENVELOPE;
	for (const entry of entries) {
		const size = Buffer.byteLength(JSON.stringify(entry));
		if (bytes + size > PAYLOAD_LIMIT) {
			batches.push([]);
			bytes = ENVELOPE;
		}
		batches.at(-1)?.push(entry);
		bytes += size;
	}
	return batches;
}

export function encodeMessage(message: Exclude<NodeMessage, { kind: 'told' }>): string {
	return JSON.stringify(message);
}

/** Reads a payload; `null` for one that another program sent on the channel. */
export function decodeMessage(payload: string): NodeMessage | null {
	try {
		const read: unknown = JSON.parse(payload);
		return isMessage(read) ? read : null;
	} catch {
		return null;
	}
}

function isMessage(read: unknown): read is NodeMessage {
	if (typeof read !== 'object' || read === null) return false;
	const { kind, node, number, here, gone } = read as Record<string, unknown>;
	if (typeof node !== 'string') return false;
	if (kind !== 'told') return kind === 'ask' || kind === 'bye';
	return typeof number === 'number' && Array.isArray(here) && here.every(isPlaced) && Array.isArray(gone);
}

function isPlaced(read: unknown): boolean {
	if (!Array.isArray(read) || typeof read[0] !== 'string') return false;
	const terminal: unknown = read[1];
	return typeof terminal === 'object' && terminal !== null && 'id' in terminal && 'since' in terminal;
}
