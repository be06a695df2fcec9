import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { CreateShopInput } from '#lib/people/shop-input.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { people, shops } from '#lib/server/db/schema.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { newId } from '#lib/server/ids.ts';
import { hashPassword } from './passwords.ts';

export interface CreatedShop {
	shopId: string;
	/** Its first admin. */
	personId: string;
}

/** P2: a new shop with its first admin, both or neither. Throws `input.invalid` with a sentence for each wrong field. */
export async function createShop(
	db: Queryable,
	input: Partial<Record<keyof CreateShopInput, unknown>>
): Promise<CreatedShop> {
	const { name, timeZone, email, password, adminName } = parseInput(CreateShopInput, input);
	const created = { shopId: newId(), personId: newId() };
	const passwordHash = await hashPassword(password);
	await db.transaction(async (tx) => {
		await tx.insert(shops).values({ id: created.shopId, name, timeZone, aging: DEFAULT_AGING });
		await tx.insert(people).values({
			shopId: created.shopId,
			id: created.personId,
			name: adminName ?? nameFrom(email),
			email,
			passwordHash,
			role: 'admin'
		});
	});
	return created;
}

/** "maria.gold@shop.com" is called Maria Gold until she says otherwise. */
function nameFrom(email: string): string {
	const words = (email.split('@')[0] ?? '').split(/[._+-]+/u).filter(Boolean);
	return words.map((word) => word.charAt(0).toLocaleUpperCase('en') + word.slice(1)).join(' ') || 'Admin';
}
