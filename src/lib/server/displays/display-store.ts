import { and, asc, eq } from 'drizzle-orm';
import type { Display } from '#lib/displays/display.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Queryable, Tx } from '#lib/server/db/client.ts';
import { displays } from '#lib/server/db/schema.ts';
import { settingsOf } from './display-row.ts';

type Row = typeof displays.$inferSelect;

/** D1: the displays of a shop, by name. */
export async function selectDisplays(db: Queryable, shopId: string): Promise<Display[]> {
	const rows = await db
		.select()
		.from(displays)
		.where(eq(displays.shopId, shopId))
		.orderBy(asc(displays.name), asc(displays.id));
	return rows.map(toDisplay);
}

/** A display of the shop, held until the transaction ends; throws `display.not_found`. */
export async function lockDisplay(tx: Tx, shopId: string, id: string): Promise<Display> {
	const [row] = await tx.select().from(displays).where(displayIs(shopId, id)).for('update');
	if (!row) throw new AppError('display.not_found');
	return toDisplay(row);
}

export const displayIs = (shopId: string, id: string) =>
	and(eq(displays.shopId, shopId), eq(displays.id, id));

/** A display as admins list it. */
export function toDisplay({ id, name, settings, pairedAt, pairedBy, seenAt }: Row): Display {
	return {
		id,
		name,
		settings: settingsOf({ settings }),
		pairedAt: pairedAt.toISOString(),
		pairedBy,
		seenAt: seenAt?.toISOString() ?? null
	};
}
