import type { Card } from '#lib/board/card.ts';
import type { Columns } from '#lib/board/columns.ts';
import { agingOf, type AgingSettings } from '#lib/jobs/aging.ts';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { ChasedCustomer } from './dashboard.ts';

/** P4: the jobs that have been longest in their column, the longest first. */
export function oldestOf(
	columns: Columns,
	most: number
): { status: Status; cards: readonly Card[]; more: number }[] {
	return STATUSES.map((status) => {
		const cards = [...columns[status]].sort(byAge).slice(0, most);
		return { status, cards, more: columns[status].length - cards.length };
	});
}

/** G3: a customer whose piece has been ready for too long. */
export interface Chase {
	card: Card;
	/** Days on the floor. */
	days: number;
	/** `null` where the job names none, and until the server has said. */
	phone: string | null;
}

/** G3: whom to call, the longest wait first: jobs that are ready and red. Phones stand on no card. */
export function chasesOf(
	ready: readonly Card[],
	phones: readonly ChasedCustomer[],
	{ now, aging }: { now: Instant; aging: AgingSettings }
): Chase[] {
	const known = new Map(phones.map(({ number, phone }) => [number, phone]));
	return [...ready].sort(byAge).flatMap((card) => {
		const { days, level } = agingOf(card, now, aging);
		return level === 'red' ? [{ card, days, phone: known.get(card.number) ?? null }] : [];
	});
}

/** G4: by the aging clock; the older job of two that began together comes first. */
function byAge(a: Card, b: Card): number {
	return Date.parse(a.statusSince) - Date.parse(b.statusSince) || a.number - b.number;
}
