import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/server/db/client.ts';
import { shops } from '#lib/server/db/schema.ts';

/** The channel on which every node hears what concerns a shop's screens and is no change of a job. */
export const NEWS_CHANNEL = 'benchboard_news';

/**
 * `reload`: the shop's name, rules or people have changed, which makes a new version of its rules, and every board reads
 * itself anew. `display_ended`: a display's token is worth nothing any more. `display_changed`: it shows something else.
 */
export type ShopNews =
	| { kind: 'reload'; shop: string; rules: number }
	| { kind: 'display_ended'; shop: string; display: string }
	| { kind: 'display_changed'; shop: string; display: string };

const KINDS: readonly unknown[] = ['reload', 'display_ended', 'display_changed'] satisfies ShopNews['kind'][];

/**
 * P3: the shop's name, its rules or its people are other ones: raises the version that boards compare theirs with, and tells
 * every node once the transaction commits. Whoever is away then finds it in the first pulse.
 */
export async function announceRules(tx: Queryable, shopId: string): Promise<void> {
	const [raised] = await tx
		.update(shops)
		.set({ rulesVersion: sql`${shops.rulesVersion} + 1` })
		.where(eq(shops.id, shopId))
		.returning({ rules: shops.rulesVersion });
	if (raised) await announceNews(tx, { kind: 'reload', shop: shopId, ...raised });
}

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
	const { kind, shop, display, rules } = read as Record<string, unknown>;
	if (!KINDS.includes(kind) || typeof shop !== 'string') return false;
	return kind === 'reload' ? typeof rules === 'number' : typeof display === 'string';
}
