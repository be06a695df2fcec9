import type { Abilities } from '#lib/jobs/abilities.ts';
import { nextStatuses, STATUSES } from '#lib/jobs/status.ts';
import { limitedTo } from './board-messages.ts';

/** W13: what somebody who may not make every move may move, in one sentence; `null` for everybody else. */
export function limitsSentence({ moves }: Abilities): string | null {
	const ways = STATUSES.map((from) => ({ from, to: moves[from] }));
	if (ways.every(({ from, to }) => to.length === nextStatuses(from).length)) return null;
	return limitedTo(ways.filter(({ to }) => to.length > 0));
}
