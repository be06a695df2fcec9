import type { Actor, ListedPerson } from '#lib/people/actor.ts';
import { personChanges } from '#lib/people/person-changes.ts';
import type { ChangeProfileInput } from '#lib/people/profile-input.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import { people } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { announceRules } from '#lib/server/feed/shop-news.ts';
import { requirePerson } from './list-people.ts';
import { ownRow, requirePersonActor } from './own-account.ts';
import { changePeopleOnce } from './person-mutations.ts';

/** P3: somebody changes their own name; every open board shows it. Throws `forbidden` for a display, or `mutation.reused`. */
export async function changeProfile(
	deps: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	{ mutationId, name }: ChangeProfileInput
): Promise<ListedPerson> {
	const self = requirePersonActor(actor);
	const { shopId } = self;
	const isAnswer = (recorded: ListedPerson) => recorded.id === self.id;
	return changePeopleOnce(deps, { shopId, mutationId, isAnswer }, async (tx) => {
		const before = await requirePerson(tx, self, self.id);
		await tx.update(people).set({ name }).where(ownRow(self));
		const after = await requirePerson(tx, self, self.id);
		const changes = personChanges(before, after);
		if (changes.length === 0) return after;
		await recordAudit(tx, self, { kind: 'person_changed', person: before.name, changes }, deps.now());
		await announceRules(tx, shopId);
		return after;
	});
}
