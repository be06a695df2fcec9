import type { Card } from './card.ts';

export interface Mover {
	role: 'vendor' | 'jeweler';
	name: string;
}

/**
 * Whose move it is when that is not the salesperson: the vendor who owes a quote, and in production the bench
 * jeweler or, without one, the vendor. `null` while the name is not set or the move is the shop's.
 */
export function whoseMove({
	status,
	vendor,
	jeweler
}: Pick<Card, 'status' | 'vendor' | 'jeweler'>): Mover | null {
	if (status === 'IP' && jeweler) return { role: 'jeweler', name: jeweler.name };
	if ((status === 'AVQ' || status === 'IP') && vendor) return { role: 'vendor', name: vendor };
	return null;
}
