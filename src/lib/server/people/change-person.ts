import { and, eq, sql } from 'drizzle-orm';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor, ListedPerson } from '#lib/people/actor.ts';
import type { ChangePersonInput } from '#lib/people/person-input.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import type { Tx } from '#lib/server/db/client.ts';
import { people } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requirePerson } from './list-people.ts';
import { hashPassword } from './passwords.ts';
import { changePeopleOnce } from './person-mutations.ts';
import { SESSIONS_CHANNEL } from './session-store.ts';

/**
 * P3: an admin changes a person of the own shop. A new role, a new password and a removal end the person's sessions on
 * every node; a shop keeps at least one active admin. Throws `forbidden`, `not_found`, `mutation.reused` or `input.invalid`.
 */
export async function changePerson(
	deps: Pick<Deps, 'db'>,
	actor: Actor,
	id: string,
	{ mutationId, name, role, active, password }: ChangePersonInput
): Promise<ListedPerson> {
	requireManager(actor);
	const { shopId } = actor;
	const passwordHash = password === undefined ? undefined : await hashPassword(password);
	const isAnswer = (recorded: ListedPerson) => recorded.id === id;
	// One at a time: two admins who remove each other at once must not both succeed.
	return changePeopleOnce(deps, { shopId, mutationId, isAnswer }, async (tx) => {
		const before = await requirePerson(tx, actor, id);
		const changes = { name, role, active, passwordHash };
		if (Object.values(changes).some((value) => value !== undefined)) {
			await tx.update(people).set(changes).where(person(shopId, id));
		}
		await requireAdminLeft(tx, shopId);
		const after = await requirePerson(tx, actor, id);
		const isSame = before.role === after.role && before.active === after.active && !passwordHash;
		if (!isSame) await endSessionsOf(tx, shopId, id);
		return after;
	});
}

/** W13: throws `forbidden` for everybody who does not manage people. */
export function requireManager(actor: Actor): void {
	if (!abilitiesOf(actor).managePeople) throw new AppError('forbidden');
}

const person = (shopId: string, id: string) => and(eq(people.shopId, shopId), eq(people.id, id));

async function requireAdminLeft(tx: Tx, shopId: string): Promise<void> {
	const [admin] = await tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.shopId, shopId), eq(people.role, 'admin'), eq(people.active, true)))
		.limit(1);
	if (!admin) throw invalidInput({ role: 'A shop keeps at least one admin.' });
}

async function endSessionsOf(tx: Tx, shopId: string, personId: string): Promise<void> {
	await tx.execute(sql`
		with ended as (delete from sessions where shop_id = ${shopId} and person_id = ${personId} returning id)
		select pg_notify(${SESSIONS_CHANNEL}, ${shopId}::text || ':' || id) from ended`);
}
