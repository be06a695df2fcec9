import { and, eq } from 'drizzle-orm';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { people } from '#lib/server/db/schema.ts';

/** A person who changes something about themselves. */
export type OwnActor = Extract<Actor, { kind: 'person' }>;

/** W13: everybody has a profile but a display, which gets `forbidden`. */
export function requirePersonActor(actor: Actor): OwnActor {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	return actor;
}

export const ownRow = ({ shopId, id }: OwnActor) => and(eq(people.shopId, shopId), eq(people.id, id));
