import { eq } from 'drizzle-orm';
import { STATUSES } from '#lib/jobs/status.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { shops } from '#lib/server/db/schema.ts';
import { DEFAULT_SETTINGS, type ShopRules } from '#lib/settings/shop-settings.ts';

const COLUMNS = {
	name: shops.name,
	timeZone: shops.timeZone,
	aging: shops.aging,
	settings: shops.settings,
	logo: shops.logo,
	version: shops.settingsVersion
};

/** The rules of a shop as they are committed. */
export async function readRules(db: Queryable, shopId: string): Promise<ShopRules> {
	const [row] = await db.select(COLUMNS).from(shops).where(eq(shops.id, shopId));
	return toRules(row);
}

/** The rules of a shop, which nobody else changes until the transaction ends. */
export async function lockRules(tx: Queryable, shopId: string): Promise<ShopRules> {
	const [row] = await tx.select(COLUMNS).from(shops).where(eq(shops.id, shopId)).for('update');
	return toRules(row);
}

/** Writes the rules down as they are given, their version too. */
export async function saveRules(tx: Queryable, shopId: string, rules: ShopRules): Promise<void> {
	const { version, name, timeZone, dueSoonDays, thresholds, holdReasons, locations, choices, logo } = rules;
	await tx
		.update(shops)
		.set({
			name,
			timeZone,
			aging: { dueSoonDays, thresholds },
			settings: { holdReasons, locations, choices },
			logo,
			settingsVersion: version
		})
		.where(eq(shops.id, shopId));
}

type Row = Pick<typeof shops.$inferSelect, 'name' | 'timeZone' | 'aging' | 'settings' | 'logo'> & {
	version: number;
};

/** The database keeps the parts of an object in an order of its own; compared, they stand in ours. */
function toRules(row: Row | undefined): ShopRules {
	if (!row) throw new Error('The shop of an actor is gone');
	const { aging, settings, ...rest } = row;
	const { holdReasons, locations, choices } = { ...DEFAULT_SETTINGS, ...settings };
	const inOrder = STATUSES.map((status) => {
		const threshold = aging.thresholds[status];
		return [status, threshold && { amber: threshold.amber, red: threshold.red }];
	});
	return {
		...rest,
		dueSoonDays: aging.dueSoonDays,
		thresholds: Object.fromEntries(inOrder) as ShopRules['thresholds'],
		holdReasons: holdReasons.map(({ label, reason }) => ({ label, reason })),
		locations,
		choices
	};
}
