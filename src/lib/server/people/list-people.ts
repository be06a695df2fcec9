import { asc, eq } from 'drizzle-orm';
import { initialsOf, type Actor, type PersonRef, type Role } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { people } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';

export interface ListedPerson extends PersonRef {
	role: Role;
	active: boolean;
	/** Admins only. */
	email?: string;
}

/** P1, P3: the people of the actor's shop, by name; e-mail addresses for admins only. Displays get `forbidden`. */
export async function listPeople({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<ListedPerson[]> {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	const { id, name, email, role, active } = people;
	const rows = await db
		.select({ id, name, email, role, active })
		.from(people)
		.where(eq(people.shopId, actor.shopId))
		.orderBy(asc(people.name), asc(people.id));
	return rows.map(({ email, ...person }) => ({
		...person,
		initials: initialsOf(person.name),
		...(actor.role === 'admin' && { email })
	}));
}
