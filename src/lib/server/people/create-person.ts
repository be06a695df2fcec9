import { CreatePersonInput } from '#lib/people/person-input.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { insertPerson } from './insert-person.ts';
import { hashPassword } from './passwords.ts';
import { requireShop } from './require-shop.ts';

/**
 * P3: a new person in a shop, which the operator names by its id or its name. What an admin adds goes into the own shop
 * alone: see `addPerson`. Throws `input.invalid` with a sentence for each wrong field.
 */
export async function createPerson(
	db: Queryable,
	input: Partial<Record<keyof CreatePersonInput, unknown>>
): Promise<{ personId: string }> {
	const { shop, name, email, role, password } = parseInput(CreatePersonInput, input);
	const { id: shopId } = await requireShop(db, shop);
	const passwordHash = await hashPassword(password);
	return { personId: await insertPerson(db, shopId, { name, email, role, passwordHash }) };
}
