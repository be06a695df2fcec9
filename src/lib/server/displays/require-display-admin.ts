import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';

/** W13: throws `forbidden` for everybody who does not manage the shop. */
export function requireDisplayAdmin(actor: Actor): void {
	if (!abilitiesOf(actor).manageShop) throw new AppError('forbidden');
}
