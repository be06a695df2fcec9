import { and, eq } from 'drizzle-orm';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { people } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';

/** A person who changes something about themselves. */
export type OwnActor = Extract<Actor, { kind: 'person' }>;

/** W13: everybody has a profile but a display, which gets `forbidden`. */
export function requirePersonActor(actor: Actor): OwnActor {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	return actor;
}

export const ownRow = ({ shopId, id }: OwnActor) => and(eq(people.shopId, shopId), eq(people.id, id));

/** P3: the e-mail that the actor signs in with. Throws `forbidden` for a display. */
export async function readOwnEmail({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<string> {
	const self = requirePersonActor(actor);
	const [row] = await db.select({ email: people.email }).from(people).where(ownRow(self));
	return row?.email ?? '';
}
