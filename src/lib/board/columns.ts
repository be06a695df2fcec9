import { STATUSES, type Status } from '#lib/jobs/status.ts';
import { byRank, type Card } from './card.ts';

export type Columns = Record<Status, readonly Card[]>;

/** W12: the cards by column, from the top down. A column that did not change keeps its array. */
export function columnsOf(cards: ReadonlyMap<number, Card>, before?: Columns): Columns {
	const columns: Record<Status, Card[]> = { QN: [], AVQ: [], CR: [], IP: [], RP: [], OH: [] };
	for (const card of cards.values()) columns[card.status].push(card);
	const keep = (status: Status): readonly Card[] => {
		const column = columns[status].sort(byRank);
		const known = before?.[status];
		return known && isSame(known, column) ? known : column;
	};
	return Object.fromEntries(STATUSES.map((status) => [status, keep(status)])) as unknown as Columns;
}

function isSame(a: readonly Card[], b: readonly Card[]): boolean {
	return a.length === b.length && a.every((card, index) => card === b[index]);
}
