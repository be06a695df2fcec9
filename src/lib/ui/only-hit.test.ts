import { describe, expect, it } from 'vitest';
import { onlyHit } from './only-hit.ts';

const stuller = { label: 'Stuller' };
const stone = { label: 'Stone House' };

describe('what Enter takes', () => {
	it('is the only hit, however little of it was typed', () => {
		expect(onlyHit([stuller], 'Stul')).toBe(stuller);
	});

	it('is the hit of exactly that name among others', () => {
		expect(onlyHit([stone, stuller], ' stuller ')).toBe(stuller);
	});

	it('is nothing while several could be meant, or nothing was typed', () => {
		expect(onlyHit([stone, stuller], 'St')).toBe(null);
		expect(onlyHit([{ ...stuller }, stuller], 'Stuller')).toBe(null);
		expect(onlyHit([stuller], ' ')).toBe(null);
	});
});
