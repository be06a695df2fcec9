import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '#lib/board/card.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { CUSTOMER_NAMES } from './display.ts';
import { redactCard, redactChanges } from './redact.ts';

const CARD: Card = {
	number: 7,
	type: 'custom',
	status: 'OH',
	rank: 'a0',
	version: 3,
	title: 'Solitaire ring',
	customer: 'Maria Gomez',
	salesperson: { id: 'ana', name: 'Ana Ruiz', initials: 'AR' },
	jeweler: null,
	vendor: 'Castwell',
	promisedOn: '2026-03-20',
	statusSince: '2026-03-02T10:00:00.000Z',
	rush: false,
	location: 'Safe',
	hold: { reason: 'other', note: 'Maria is ill', until: '2026-03-09', from: 'IP' },
	cover: null,
	images: 0,
	documents: 0,
	createdAt: '2026-03-01T10:00:00.000Z'
};

describe('[D3] a card on a display', () => {
	test('keeps everything but the customer’s name and the hold’s note', () => {
		expect(redactCard(CARD, 'short')).toEqual({
			...CARD,
			customer: 'Maria G.',
			hold: { ...CARD.hold, note: null }
		});
		expect(redactCard(CARD, 'full').customer).toBe('Maria Gomez');
		expect(redactCard(CARD, 'none').customer).toBe('');
	});

	test('the card itself stays as it is', () => {
		const before = structuredClone(CARD);
		redactCard(CARD, 'none');
		expect(CARD).toEqual(before);
	});

	test('a part of a card gets no field that it does not have', () => {
		expect(redactCard({ status: 'IP', hold: null }, 'short')).toEqual({ status: 'IP', hold: null });
	});

	const word = fc.stringMatching(/^[\p{Lu}][\p{Ll}]{3,9}$/u).map((text) => text.normalize('NFC'));
	const note = fc.array(fc.stringMatching(/^[a-z]{6,12}$/), { minLength: 1, maxLength: 6 });

	test('never holds a word of the customer’s surname, or of a note', () => {
		const written = fc.record({
			given: word,
			surnames: fc.array(word, { minLength: 1, maxLength: 3 }),
			isTurned: fc.boolean(),
			notes: note,
			status: fc.constantFrom(...STATUSES),
			customers: fc.constantFrom(...CUSTOMER_NAMES.filter((names) => names !== 'full'))
		});
		fc.assert(
			fc.property(written, ({ given, surnames, isTurned, notes, status, customers }) => {
				fc.pre(surnames.every((surname) => !given.includes(surname)));
				const surname = surnames.join(' ');
				const card: Card = {
					...CARD,
					title: null,
					location: null,
					status,
					customer: isTurned ? `${surname}, ${given}` : `${given} ${surname}`,
					hold: { ...CARD.hold!, note: notes.join(' ') }
				};
				const shown = redactCard(card, customers);
				const changes = redactChanges(
					{
						from: 1,
						to: 2,
						changes: [{ version: 2, at: '', by: null, number: 7, kind: 'edited', set: card }]
					},
					customers
				);
				const { salesperson: _, vendor: __, ...told } = shown;
				const { set } = changes.changes[0]!;
				expect(set).toEqual(shown);
				for (const secret of [...surnames, ...notes]) expect(JSON.stringify(told)).not.toContain(secret);
			})
		);
	});
});

test('[C1] redacted changes keep their versions, and those that only take a card away', () => {
	const gone = { version: 3, at: '', by: null, number: 7, kind: 'closed', gone: true } as const;
	const moved = {
		version: 2,
		at: '',
		by: null,
		number: 7,
		kind: 'moved',
		set: { customer: 'Jo Li' }
	} as const;
	const told = redactChanges({ from: 1, to: 3, changes: [moved, gone] }, 'short');
	expect(told).toEqual({ from: 1, to: 3, changes: [{ ...moved, set: { customer: 'Jo L.' } }, gone] });
});
