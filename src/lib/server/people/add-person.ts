import type { Actor, ListedPerson } from '#lib/people/actor.ts';
import type { AddPersonInput } from '#lib/people/person-input.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import type { Deps } from '#lib/server/deps.ts';
import { announceRules } from '#lib/server/feed/shop-news.ts';
import { requireManager } from './change-person.ts';
import { insertPerson } from './insert-person.ts';
import { requirePerson } from './list-people.ts';
import { hashPassword } from './passwords.ts';
import { changePeopleOnce } from './person-mutations.ts';

/** P3: an admin adds a person to the own shop. Throws `forbidden`, `mutation.reused` or `input.invalid`. */
export async function addPerson(
	deps: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	{ mutationId, password, ...person }: AddPersonInput
): Promise<ListedPerson> {
	requireManager(actor);
	const { shopId } = actor;
	const passwordHash = await hashPassword(password);
	const isAnswer = ({ email }: ListedPerson) => email === person.email;
	return changePeopleOnce(deps, { shopId, mutationId, isAnswer }, async (tx) => {
		const id = await insertPerson(tx, shopId, { ...person, passwordHash });
		const { name, role } = person;
		await recordAudit(tx, actor, { kind: 'person_joined', person: name, role }, deps.now());
		await announceRules(tx, shopId);
		return requirePerson(tx, actor, id);
	});
}
