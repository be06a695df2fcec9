import { describe, expect, it } from 'vitest';
import type { Card } from '#lib/board/card.ts';
import { PROBLEM_STATUS, type ProblemCode } from './problem.ts';
import { PROBLEM_WORDS, problemDetail } from './words.ts';

const CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];

/** The statuses that other programs rely on. */
const CONTRACT: Partial<Record<ProblemCode, number>> = {
	'request.unreadable': 400,
	unauthenticated: 401,
	forbidden: 403,
	'job.not_found': 404,
	'job.moved': 409,
	'job.closed': 409,
	'changes.expired': 410,
	'request.too_large': 413,
	'request.type': 415,
	'move.not_allowed': 422,
	'move.vendor_required': 422,
	'move.hold_reason_required': 422,
	'request.too_many': 429
};

describe('every problem', () => {
	for (const code of CODES) {
		it(`${code} has an error status, a title and a sentence`, () => {
			expect(PROBLEM_STATUS[code]).toBeGreaterThanOrEqual(400);
			expect(PROBLEM_STATUS[code]).toBeLessThan(600);
			expect(PROBLEM_WORDS[code].title).toMatch(/^[A-Z].*[^.\s]$/);
			expect(problemDetail(code)).toMatch(/^[A-Z].+\.$/);
			expect(problemDetail(code)).not.toMatch(/undefined|null|\[object|NaN/);
		});
	}

	it.each([
		[12, 'in 12 seconds'],
		[60, 'in 60 seconds'],
		[61, 'in 2 minutes'],
		[832, 'in 14 minutes']
	])('that lasts %i seconds says: %s', (retryAfter, words) => {
		expect(problemDetail('request.too_many', { retryAfter })).toBe(`Too many attempts. Try again ${words}.`);
	});

	it('that has words has a status', () => {
		expect(Object.keys(PROBLEM_WORDS).sort()).toEqual([...CODES].sort());
	});

	for (const [code, status] of Object.entries(CONTRACT)) {
		it(`${code} answers ${status}, as the contract says`, () => {
			expect(PROBLEM_STATUS[code as ProblemCode]).toBe(status);
		});
	}
});

describe('what a problem carries', () => {
	it('[W4] makes the sentence of a refused move', () => {
		expect(problemDetail('move.not_allowed', { from: 'IP', allowed: ['RP', 'OH'] })).toBe(
			'A piece in production can only become Ready for pickup or go On hold.'
		);
	});

	it('[W8] makes the sentence of a lost race', () => {
		const card = { number: 7, status: 'IP' } as Card;
		const by = (movedBy: { id: string; name: string } | null) =>
			problemDetail('job.moved', { card, movedBy });
		expect(by({ id: 'ana', name: 'Ana' })).toBe('Ana moved this to In production just now.');
		expect(by(null)).toBe('Somebody moved this to In production just now.');
	});
});
