import { createHash } from 'node:crypto';

/** A place in a list: which list, and between which two of its jobs. */
export interface Cursor {
	/** The query of the list's address: its filters and its order. */
	query: string;
	/** What the job beside the place is ordered by, and its number. */
	key: string;
	number: number;
	/** Whether the jobs behind the place are wanted, or those before it. */
	direction: 'after' | 'before';
}

type Sealed = [query: string, key: string, number: number, direction: string, seal: string];

/** L1: a cursor as clients carry it. It holds nothing that its list does not show, and is good in its own shop alone. */
export function writeCursor(shopId: string, cursor: Cursor): string {
	const { query, key, number, direction } = cursor;
	const sealed: Sealed = [query, key, number, direction, sealOf(shopId, cursor)];
	return Buffer.from(JSON.stringify(sealed)).toString('base64url');
}

/** The place that a cursor names; `null` for one that is not exactly as it was written, or another shop's. */
export function readCursor(shopId: string, text: string): Cursor | null {
	const sealed = parse(text);
	if (!isSealed(sealed)) return null;
	const [query, key, number, direction, seal] = sealed;
	if (direction !== 'after' && direction !== 'before') return null;
	const cursor = { query, key, number, direction } as const;
	return seal === sealOf(shopId, cursor) ? cursor : null;
}

/**
 * Notices what a person or a program did to a cursor. It is no secret: whoever makes one by hand gets another page of a
 * list that they may see anyway, and its parts are checked like everything that comes in.
 */
function sealOf(shopId: string, { query, key, number, direction }: Cursor): string {
	const text = JSON.stringify([shopId, query, key, number, direction]);
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(Buffer.from(text, 'base64url').toString());
	} catch {
		return null;
	}
}

function isSealed(value: unknown): value is Sealed {
	if (!Array.isArray(value) || value.length !== 5) return false;
	const [query, key, number, direction, seal] = value as unknown[];
	const texts = [query, key, direction, seal];
	return texts.every((text) => typeof text === 'string') && isJobNumber(number);
}

function isJobNumber(value: unknown): boolean {
	return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 2_147_483_647;
}
