import { and, eq } from 'drizzle-orm';
import { FIRST_PREFERENCES, type Preferences } from '#lib/finding/preferences.ts';
import type { Actor } from '#lib/people/actor.ts';
import { HOME } from '#lib/people/next-page.ts';
import { AppError } from '#lib/server/app-error.ts';
import { people } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';

const own = ({ shopId, id }: Actor) => and(eq(people.shopId, shopId), eq(people.id, id));

/** L1: where the actor left off; the board, for those who have not looked at anything yet. */
export async function readPreferences({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Preferences> {
	const [person] = await db.select({ preferences: people.preferences }).from(people).where(own(actor));
	return { ...FIRST_PREFERENCES, ...person?.preferences };
}

/** L1: the page that somebody begins with: the board or the list, whichever they left off with. */
export async function homeOf(deps: Pick<Deps, 'db'>, actor: Actor): Promise<string> {
	const { view } = await readPreferences(deps, actor);
	return view === 'list' ? `${HOME}/list` : HOME;
}

/** L1: remembers where the actor left off. Nobody changes another person's; throws `forbidden` for a display. */
export async function savePreferences(
	{ db }: Pick<Deps, 'db'>,
	actor: Actor,
	preferences: Preferences
): Promise<Preferences> {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	await db.update(people).set({ preferences }).where(own(actor));
	return preferences;
}
