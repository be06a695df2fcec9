import type { ShownDisplay } from '#lib/displays/display.ts';
import type { DisplayActor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import { settingsOf, type DisplayRow } from './display-row.ts';

/** D1: what a display is called and shows now. Throws `unauthenticated` when it was revoked meanwhile. */
export async function readShown(sql: Statements, { shopId, id }: DisplayActor): Promise<ShownDisplay> {
	const [row] = await sql<Pick<DisplayRow, 'name' | 'settings'>[]>`
		select name, settings from displays where shop_id = ${shopId} and id = ${id}`;
	if (!row) throw new AppError('unauthenticated');
	return { id, name: row.name, settings: settingsOf(row) };
}
