import type { AgingSettings } from '#lib/jobs/aging.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';

/** G1, G2: from when on the actor's shop counts a job as slow or late. */
export async function readAging({ sql }: Pick<Deps, 'sql'>, actor: Actor): Promise<AgingSettings> {
	const [shop] = await sql<{ aging: Omit<AgingSettings, 'timeZone'>; timeZone: string }[]>`
		select aging, time_zone as "timeZone" from shops where id = ${actor.shopId}`;
	if (!shop) throw new Error('The shop of an actor is gone');
	return { ...shop.aging, timeZone: shop.timeZone };
}
