import { and, eq } from 'drizzle-orm';
import type { ListedPerson } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Tx } from '#lib/server/db/client.ts';
import { personMutations } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { lockPeople } from './lock-people.ts';

export interface PersonMutation {
	shopId: string;
	mutationId: string;
	/** Whether a recorded answer is one to this request; if not, the id belongs to another. */
	isAnswer: (recorded: ListedPerson) => boolean;
}

/**
 * Changes a shop's people in one transaction, once for each mutation id: the same id again gets the answer that was given
 * then. The changes of one shop wait for each other. Throws `mutation.reused`, or what the work throws; nothing is
 * recorded of what fails.
 */
export function changePeopleOnce(
	{ db }: Pick<Deps, 'db'>,
	mutation: PersonMutation,
	work: (tx: Tx) => Promise<ListedPerson>
): Promise<ListedPerson> {
	return db.transaction(async (tx) => {
		await lockPeople(tx, mutation.shopId);
		const recorded = await findAnswer(tx, mutation);
		if (recorded) return recorded;
		const answer = await work(tx);
		const { shopId, mutationId } = mutation;
		await tx.insert(personMutations).values({ shopId, mutationId, personId: answer.id, answer });
		return answer;
	});
}

async function findAnswer(
	tx: Tx,
	{ shopId, mutationId, isAnswer }: PersonMutation
): Promise<ListedPerson | undefined> {
	const [row] = await tx
		.select({ answer: personMutations.answer })
		.from(personMutations)
		.where(and(eq(personMutations.shopId, shopId), eq(personMutations.mutationId, mutationId)));
	if (row && !isAnswer(row.answer)) throw new AppError('mutation.reused');
	return row?.answer;
}
