import { and, eq } from 'drizzle-orm';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor, ListedPerson } from '#lib/people/actor.ts';
import { personChanges } from '#lib/people/person-changes.ts';
import type { ChangePersonInput } from '#lib/people/person-input.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import type { Tx } from '#lib/server/db/client.ts';
import { people } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { announceRules } from '#lib/server/feed/shop-news.ts';
import { voidPasswordLinks } from './access-links.ts';
import { requirePerson } from './list-people.ts';
import { hashPassword } from './passwords.ts';
import { changePeopleOnce } from './person-mutations.ts';
import { endSessionsOf } from './session-store.ts';

/**
 * P3: an admin changes a person of the own shop. Without access, or with a password of the admin's, the person's sessions
 * and unused links end on every node; a new role or name reaches open boards, and signs nobody out. A shop keeps at
 * least one active admin. Throws `forbidden`, `not_found`, `mutation.reused` or `input.invalid`.
 */
export async function changePerson(
	deps: Pick<Deps, 'db' | 'now'>,
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
		await requireAdminLeft(tx, shopId, active === false ? 'active' : 'role');
		const after = await requirePerson(tx, actor, id);
		const hasNewPassword = passwordHash !== undefined;
		if (hasNewPassword || before.active !== after.active) await endAccess(tx, { ...after, shopId });
		await tell(tx, actor, { before, after, hasNewPassword, at: deps.now() });
		return after;
	});
}

/** W13: throws `forbidden` for everybody who does not manage people. */
export function requireManager(actor: Actor): void {
	if (!abilitiesOf(actor).managePeople) throw new AppError('forbidden');
}

const person = (shopId: string, id: string) => and(eq(people.shopId, shopId), eq(people.id, id));

async function requireAdminLeft(tx: Tx, shopId: string, field: 'active' | 'role'): Promise<void> {
	const [admin] = await tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.shopId, shopId), eq(people.role, 'admin'), eq(people.active, true)))
		.limit(1);
	if (!admin)
		throw invalidInput({ [field]: 'A shop keeps at least one admin. Make somebody else one first.' });
}

/** Somebody who has access again had no sessions, and the links of before are worth nothing. */
async function endAccess(tx: Tx, person: ListedPerson & { shopId: string }): Promise<void> {
	await endSessionsOf(tx, person, { reason: person.active ? 'signed_out' : 'removed' });
	await voidPasswordLinks(tx, person.shopId, person.id);
}

interface Told {
	before: ListedPerson;
	after: ListedPerson;
	hasNewPassword: boolean;
	at: string;
}

/** The audit log, and every open board where names or rights may stand. */
async function tell(tx: Tx, actor: Actor, { before, after, hasNewPassword, at }: Told): Promise<void> {
	const changes = personChanges(before, after);
	if (hasNewPassword) await recordAudit(tx, actor, { kind: 'password_changed', person: after.name }, at);
	if (changes.length === 0) return;
	await recordAudit(tx, actor, { kind: 'person_changed', person: before.name, changes }, at);
	await announceRules(tx, actor.shopId);
}
