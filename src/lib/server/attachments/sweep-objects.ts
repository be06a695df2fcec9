import type { Deps } from '#lib/server/deps.ts';
import { createTurns } from '#lib/server/people/turns.ts';
import { crossOff, takeDue, tryLater, type TakenObject } from './object-removals.ts';

/** Most objects of one round. */
export const SWEEP_BATCH = 50;
/** Objects that are removed at once. */
const AT_ONCE = 4;

/**
 * A6: removes the objects that are due from the store. Any number of sweepers on any number of nodes do so side by side. What the
 * store does not remove now is tried again later. Returns how many objects were taken.
 */
export async function sweepObjects({
	sql,
	store,
	log
}: Pick<Deps, 'sql' | 'store' | 'log'>): Promise<number> {
	const taken = await takeDue(sql, SWEEP_BATCH);
	const inTurn = createTurns(AT_ONCE);
	const sweep = async (object: TakenObject) => {
		try {
			await store.remove(object.key);
		} catch (error) {
			const { key, attempts } = object;
			log.warn({ key, attempts, reason: error }, 'a file could not be removed');
			return tryLater(sql, object);
		}
		return crossOff(sql, object);
	};
	await Promise.all(taken.map((object) => inTurn(() => sweep(object))));
	return taken.length;
}
