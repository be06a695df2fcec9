import type { Actor } from '#lib/people/actor.ts';
import type { ChangePasswordInput } from '#lib/people/profile-input.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { people } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { isDatabaseGone } from '#lib/server/http/database-gone.ts';
import { voidPasswordLinks } from './access-links.ts';
import { countPasswordGuess } from './attempts.ts';
import { lockPeople } from './lock-people.ts';
import { ownRow, requirePersonActor, type OwnActor } from './own-account.ts';
import { hashPassword, inTurn, verifyPassword } from './passwords.ts';
import { endSessionsOf } from './session-store.ts';

/**
 * P3: somebody chooses another password for the one that they know. Their other sessions end on every node, and links to
 * a new password are worth nothing any more. Throws `forbidden` for a display, `request.too_many`, or `input.invalid`.
 */
export async function changePassword(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	{ current, password, sessionId }: ChangePasswordInput & { sessionId: string | undefined }
): Promise<void> {
	const self = requirePersonActor(actor);
	const { shopId } = self;
	const forget = await countPasswordGuess(self.id);
	const verified = await readHash(db, self).catch(async (error: unknown) => {
		// A guess that an outage kept from being tried is none.
		if (isDatabaseGone(error)) await forget();
		throw error;
	});
	const passwordHash = await inTurn(async () => {
		if (!(await verifyPassword(verified, current))) throw wrongPassword();
		return hashPassword(password);
	});
	await forget();
	await db.transaction(async (tx) => {
		await lockPeople(tx, shopId);
		// Somebody else, or they themselves elsewhere, may have set another one meanwhile.
		if ((await readHash(tx, self)) !== verified) throw wrongPassword();
		await tx.update(people).set({ passwordHash }).where(ownRow(self));
		await voidPasswordLinks(tx, shopId, self.id);
		await endSessionsOf(tx, self, { reason: 'signed_out', except: sessionId ?? '' });
		await recordAudit(tx, self, { kind: 'password_changed', person: self.name }, now());
	});
}

async function readHash(db: Queryable, self: OwnActor): Promise<string> {
	const [row] = await db.select({ hash: people.passwordHash }).from(people).where(ownRow(self));
	if (!row) throw wrongPassword();
	return row.hash;
}

function wrongPassword() {
	return invalidInput({ current: 'This is not your password.' });
}
