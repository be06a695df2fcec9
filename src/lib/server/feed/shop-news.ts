import { sql } from 'drizzle-orm';
import type { Queryable } from '#lib/server/db/client.ts';

/** The channel on which every node hears what concerns a shop's screens and is no change of a job. */
export const NEWS_CHANNEL = 'benchboard_news';

/**
 * `reload`: the shop's name, rules or people have changed, and every board reads itself anew. `display_ended`: a display's
 * token is worth nothing any more. `display_changed`: a display shows something else from now on.
 */
export type ShopNews =
	/** `settings` is the version of the shop's settings, where they have changed. */
	| { kind: 'reload'; shop: string; settings?: number }
	| { kind: 'display_ended'; shop: string; display: string }
	| { kind: 'display_changed'; shop: string; display: string };

const KINDS: readonly unknown[] = ['reload', 'display_ended', 'display_changed'] satisfies ShopNews['kind'][];

/** Tells every node, once the transaction commits (P3: within two seconds). */
export async function announceNews(tx: Queryable, news: ShopNews): Promise<void> {
	await tx.execute(sql`select pg_notify(${NEWS_CHANNEL}, ${JSON.stringify(news)})`);
}

/** Reads a payload; `null` for one that another program sent on the channel. */
export function decodeNews(payload: string): ShopNews | null {
	try {
		const read: unknown = JSON.parse(payload);
		return isNews(read) ? read : null;
	} catch {
		return null;
	}
}

function isNews(read: unknown): read is ShopNews {
	if (typeof read !== 'object' || read === null) return false;
	const { kind, shop, display } = read as { kind?: unknown; shop?: unknown; display?: unknown };
	if (!KINDS.includes(kind) || typeof shop !== 'string') return false;
	return kind === 'reload' || typeof display === 'string';
}
