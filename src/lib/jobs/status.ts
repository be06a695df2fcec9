/** W1: the six statuses, in the order of the board's columns. Every other list of statuses derives from this one. */
export const STATUSES = ['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH'] as const;
export type Status = (typeof STATUSES)[number];

export interface StatusFacts {
	/** English name, as the shop says it. */
	name: string;
	/** Whose move it is while a job stands here. */
	owner: string;
	/** Allowed next statuses besides On hold; On hold itself leads to the other five (W7). */
	next: readonly Status[];
}

export const STATUS_FACTS: Record<Status, StatusFacts> = {
	QN: { name: 'Quote needed', owner: 'Admin or salesperson', next: ['AVQ', 'CR', 'IP'] },
	AVQ: { name: 'Awaiting vendor quote', owner: 'Vendor', next: ['CR', 'QN'] },
	CR: { name: 'Customer review', owner: 'Salesperson', next: ['IP', 'QN'] },
	IP: { name: 'In production', owner: 'Vendor or jeweler', next: ['RP'] },
	RP: { name: 'Ready for pickup', owner: 'Salesperson', next: [] },
	OH: { name: 'On hold', owner: 'Admin', next: ['QN', 'AVQ', 'CR', 'IP', 'RP'] }
};

/** W2, W7: the statuses that a job may go to from `from`, in the board's order. */
export function nextStatuses(from: Status): readonly Status[] {
	return STATUSES.filter((to) => isEdge(from, to));
}

/** W2: whether the workflow has an edge between two statuses. Staying in place is not an edge. */
export function isEdge(from: Status, to: Status): boolean {
	if (from === to) return false;
	return to === 'OH' || STATUS_FACTS[from].next.includes(to);
}
