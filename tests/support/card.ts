import type { Card } from '#lib/board/card.ts';

/** A card of an ordinary job, taken in on 2 March 2026, with what a test is about. */
export function cardWith(card: Partial<Card> = {}): Card {
	return {
		number: 1,
		type: 'custom',
		status: 'QN',
		rank: 'a0',
		version: 1,
		title: 'Signet ring',
		customer: 'Inés Díaz',
		salesperson: { id: 'a', name: 'Ana Ruiz', initials: 'AR' },
		jeweler: null,
		vendor: null,
		promisedOn: '2026-12-24',
		statusSince: '2026-03-02T10:00:00.000Z',
		rush: false,
		location: null,
		hold: null,
		cover: null,
		images: 0,
		documents: 0,
		createdAt: '2026-03-02T10:00:00.000Z',
		...card
	};
}
