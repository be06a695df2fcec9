import type { ShownDisplay } from '#lib/displays/display.ts';
import type { DisplayActor } from '#lib/people/actor.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { hashToken } from '#lib/server/people/session-store.ts';
import { settingsOf, type DisplayRow } from './display-row.ts';

/** D1: the display that a token speaks for; `null` for one that waits to be paired, or was revoked. */
export async function findDisplay(
	sql: Sql,
	token: string
): Promise<{ actor: DisplayActor; shown: ShownDisplay } | null> {
	const [row] = await sql<DisplayRow[]>`
		select shop_id, id, name, settings from displays where token_hash = ${hashToken(token)}`;
	if (!row) return null;
	const { shop_id: shopId, id, name } = row;
	return { actor: { kind: 'display', shopId, id, name }, shown: { id, name, settings: settingsOf(row) } };
}
