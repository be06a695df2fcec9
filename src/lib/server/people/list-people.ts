import { and, asc, eq, type SQL } from 'drizzle-orm';
import { initialsOf, type Actor, type ListedPerson } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { people } from '#lib/server/db/schema.ts';

/** P1, P3: the people of the actor's shop, by name; e-mail addresses for admins only. Displays get `forbidden`. */
export function listPeople({ db }: { db: Queryable }, actor: Actor): Promise<ListedPerson[]> {
	return selectPeople(db, actor);
}

/** P1: one person of the actor's shop; throws `not_found` for everybody else. */
export async function requirePerson(db: Queryable, actor: Actor, id: string): Promise<ListedPerson> {
	const [person] = await selectPeople(db, actor, eq(people.id, id));
	if (!person) throw new AppError('not_found');
	return person;
}

async function selectPeople(db: Queryable, actor: Actor, filter?: SQL): Promise<ListedPerson[]> {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	const { id, name, email, role, active } = people;
	const rows = await db
		.select({ id, name, email, role, active })
		.from(people)
		.where(and(eq(people.shopId, actor.shopId), filter))
		.orderBy(asc(people.name), asc(people.id));
	return rows.map(({ email, ...person }) => ({
		...person,
		initials: initialsOf(person.name),
		...(actor.role === 'admin' && { email })
	}));
}
