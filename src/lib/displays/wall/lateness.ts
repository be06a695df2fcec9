import { isRed, type Aging } from '#lib/jobs/aging.ts';

/** More days than a job can be in a status: whatever is overdue comes before whatever is only slow. */
const OVERDUE_FIRST = 1_000_000;

/** D2: how far up a card stands: 0 unless it is red; overdue by its days before red by its days in the status. */
export function latenessOf(aging: Aging): number {
	if (!isRed(aging)) return 0;
	return aging.due.state === 'overdue' ? OVERDUE_FIRST - aging.due.days : aging.days;
}
