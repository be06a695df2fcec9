import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';

/** W13: all staff may look: a jeweler calls a customer too. Throws `forbidden` for a display (D3). */
export function requireReader(actor: Actor): void {
	if (actor.kind === 'display') throw new AppError('forbidden');
}

/** W13: throws `forbidden` for everybody who does not look after the contacts. */
export function requireEditor(actor: Actor): void {
	if (!abilitiesOf(actor).manageContacts) throw new AppError('forbidden');
}
