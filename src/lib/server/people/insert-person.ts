import type { CreatePersonInput } from '#lib/people/person-input.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { people } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';

/** A parsed person on the way into a shop. */
export type NewPerson = Pick<CreatePersonInput, 'name' | 'email' | 'role'> & { passwordHash: string };

/** P3: puts a person into a shop; returns the id. Throws `input.invalid` when the e-mail is taken there. */
export async function insertPerson(
	db: Queryable,
	shopId: string,
	{ name, email, role, passwordHash }: NewPerson
): Promise<string> {
	const [created] = await db
		.insert(people)
		.values({ shopId, id: newId(), name, email, role, passwordHash })
		.onConflictDoNothing({ target: [people.shopId, people.email] })
		.returning({ id: people.id });
	if (!created) throw invalidInput({ email: 'Somebody in this shop has this e-mail already.' });
	return created.id;
}
