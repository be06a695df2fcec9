import { eq, or } from 'drizzle-orm';
import { CreatePersonInput } from '#lib/people/person-input.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { shops } from '#lib/server/db/schema.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { insertPerson } from './insert-person.ts';
import { hashPassword } from './passwords.ts';

/**
 * P3: a new person in a shop, which the operator names by its id or its name. What an admin adds goes into the own shop
 * alone: see `addPerson`. Throws `input.invalid` with a sentence for each wrong field.
 */
export async function createPerson(
	db: Queryable,
	input: Partial<Record<keyof CreatePersonInput, unknown>>
): Promise<{ personId: string }> {
	const { shop, name, email, role, password } = parseInput(CreatePersonInput, input);
	const shopId = await requireShop(db, shop);
	const passwordHash = await hashPassword(password);
	return { personId: await insertPerson(db, shopId, { name, email, role, passwordHash }) };
}

async function requireShop(db: Queryable, idOrName: string): Promise<string> {
	const found = await db
		.select({ id: shops.id })
		.from(shops)
		.where(or(eq(shops.id, idOrName), eq(shops.name, idOrName)));
	const [shop, another] = found;
	if (!shop) throw invalidInput({ shop: 'There is no such shop.' });
	if (another) throw invalidInput({ shop: 'Several shops have this name. Use the id.' });
	return shop.id;
}
