import type { Change } from '#lib/realtime/protocol.ts';

/** The channel that every committed change is announced on, to all nodes of the database. */
export const CHANGES_CHANNEL = 'benchboard_changes';

/** Bytes. PostgreSQL refuses a payload of 8,000 bytes and takes the change down with it. */
const PAYLOAD_LIMIT = 7_500;

/** A change of a shop: in full, so that a node may pass it on unread, or its version alone when it is too large. */
export type Notification = { shop: string; change: Change } | { shop: string; version: number };

/** The payload that announces a change; see `Notification`. */
export function encodeNotification(shop: string, change: Change): string {
	const whole = JSON.stringify({ shop, change } satisfies Notification);
	if (Buffer.byteLength(whole) < PAYLOAD_LIMIT) return whole;
	return encodeVersion(shop, change.version);
}

/** The payload that announces a version alone: whoever hears it reads the log up to there. */
export function encodeVersion(shop: string, version: number): string {
	return JSON.stringify({ shop, version } satisfies Notification);
}

/** Reads a payload; `null` for one that another program sent on the channel. */
export function decodeNotification(payload: string): Notification | null {
	try {
		const read: unknown = JSON.parse(payload);
		return isNotification(read) ? read : null;
	} catch {
		return null;
	}
}

function isNotification(read: unknown): read is Notification {
	if (typeof read !== 'object' || read === null || !('shop' in read)) return false;
	const version = 'change' in read ? (read.change as Partial<Change> | null)?.version : versionOf(read);
	return typeof read.shop === 'string' && typeof version === 'number';
}

function versionOf(read: object): unknown {
	return 'version' in read ? read.version : undefined;
}
