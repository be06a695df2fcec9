import { eq, or } from 'drizzle-orm';
import { CreatePersonInput } from '#lib/people/person-input.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { people, shops } from '#lib/server/db/schema.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { newId } from '#lib/server/ids.ts';
import { hashPassword } from './passwords.ts';

/** P3: a new person in a shop, which is named by its id or its name. Throws `input.invalid` with a sentence for each wrong field. */
export async function createPerson(
	db: Queryable,
	input: Partial<Record<keyof CreatePersonInput, unknown>>
): Promise<{ personId: string }> {
	const { shop, name, email, role, password } = parseInput(CreatePersonInput, input);
	const shopId = await requireShop(db, shop);
	const [created] = await db
		.insert(people)
		.values({ shopId, id: newId(), name, email, role, passwordHash: await hashPassword(password) })
		.onConflictDoNothing({ target: [people.shopId, people.email] })
		.returning({ personId: people.id });
	if (!created) throw invalidInput({ email: 'Somebody in this shop has this e-mail already.' });
	return created;
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
