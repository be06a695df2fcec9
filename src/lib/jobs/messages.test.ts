import { describe, expect, it } from 'vitest';
import { HOLD_REASONS, ORDER_TYPES, OUTCOMES } from './job.ts';
import {
	HOLD_REASON_NAMES,
	movedByOther,
	ORDER_TYPE_NAMES,
	OUTCOME_NAMES,
	refusedMoveSentence
} from './messages.ts';
import { STATUSES, type Status } from './status.ts';

const SENTENCES: Record<Status, string> = {
	QN: 'A job that needs a quote can only become Awaiting vendor quote, Customer review, In production or go On hold.',
	AVQ: 'A job that waits for the vendor’s quote can only become Quote needed, Customer review or go On hold.',
	CR: 'A job in customer review can only become Quote needed, In production or go On hold.',
	IP: 'A piece in production can only become Ready for pickup or go On hold.',
	RP: 'A piece that is ready for pickup can only go On hold.',
	OH: 'A job on hold can only become Quote needed, Awaiting vendor quote, Customer review, In production or Ready for pickup.'
};

describe('[W4] the sentence for a refused move', () => {
	for (const from of STATUSES) {
		it(`says where a job in ${from} may go`, () => {
			expect(refusedMoveSentence(from)).toBe(SENTENCES[from]);
		});
	}

	it('names only what is allowed to the one who asks', () => {
		expect(refusedMoveSentence('OH', ['IP'])).toBe('A job on hold can only become In production.');
		expect(refusedMoveSentence('RP', [])).toBe('A piece that is ready for pickup cannot be moved.');
	});
});

describe('[W8] what the loser of a race reads', () => {
	it('names the winner and the place', () => {
		expect(movedByOther('Ana', 'IP')).toBe('Ana moved this to In production just now.');
		expect(movedByOther(null, 'OH')).toBe('Somebody moved this to On hold just now.');
	});
});

describe('names', () => {
	it('[W6] [J1] [W10] exist for every reason, order type and outcome, each its own', () => {
		const names = [
			...HOLD_REASONS.map((reason) => HOLD_REASON_NAMES[reason]),
			...ORDER_TYPES.map((type) => ORDER_TYPE_NAMES[type]),
			...OUTCOMES.map((outcome) => OUTCOME_NAMES[outcome])
		];
		expect(names.every((name) => name.trim() !== '')).toBe(true);
		expect(new Set(names).size).toBe(names.length);
	});
});
