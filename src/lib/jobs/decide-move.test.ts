import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES, type Actor, type Role } from '#lib/people/actor.ts';
import { abilitiesOf } from './abilities.ts';
import { HOLD_REASONS } from './job.ts';
import { STATUSES, type Status } from './status.ts';
import { decideMove, type MovableJob, type MoveJob } from './workflow.ts';

type Who = Role | 'display';

const EVERYBODY: Who[] = [...ROLES, 'display'];
const base = { shopId: 'shop', id: 'ana', name: 'Ana' };
const actorOf = (who: Who): Actor =>
	who === 'display' ? { ...base, kind: 'display' } : { ...base, kind: 'person', role: who };

function outcome(who: Who, job: Partial<MovableJob>, move: MoveJob): string {
	const whole = { status: move.from, hasVendor: true, closed: false, ...job };
	const decision = decideMove(whole, move, abilitiesOf(actorOf(who)));
	return decision.ok ? 'ok' : decision.refusal.code;
}

const WORDS = { '+': 'ok', '-': 'move.not_allowed', x: 'forbidden' } as const;

/** Rows are where a job stands, columns where it should go, both in the order of `STATUSES`. */
const ANY_MOVE = `
	+ + + + - +
	+ + + - - +
	+ - + + - +
	- - - + + +
	- - - - + +
	+ + + + + +`;
const BENCH_MOVES = `
	+ x x x x x
	x + x x x x
	x x + x x x
	- - - + + +
	x x x x + x
	x x x + x +`;
const NO_MOVE = 'x x x x x x '.repeat(6);

const GRIDS: Record<Who, string> = {
	admin: ANY_MOVE,
	salesperson: ANY_MOVE,
	jeweler: BENCH_MOVES,
	viewer: NO_MOVE,
	display: NO_MOVE
};

describe('[W2] [W13] a move', () => {
	for (const who of EVERYBODY) {
		const cells = GRIDS[who].trim().split(/\s+/) as (keyof typeof WORDS)[];
		for (const [row, from] of STATUSES.entries()) {
			for (const [column, to] of STATUSES.entries()) {
				const expected = WORDS[cells[row * STATUSES.length + column]!];
				it(`of a ${who} from ${from} to ${to} is ${expected}`, () => {
					expect(outcome(who, {}, { from, to, hold: { reason: 'stones' } })).toBe(expected);
				});
			}
		}
	}

	it('[W4] that is refused says where the job may go', () => {
		const job = { status: 'IP', hasVendor: true, closed: false } as const;
		const abilities = abilitiesOf(actorOf('salesperson'));
		expect(decideMove(job, { from: 'IP', to: 'QN' }, abilities)).toEqual({
			ok: false,
			refusal: { code: 'move.not_allowed', from: 'IP', allowed: ['RP', 'OH'] }
		});
	});
});

describe('[W5] awaiting a vendor’s quote', () => {
	for (const from of ['QN', 'OH'] as const) {
		it(`from ${from} needs a vendor`, () => {
			const move: MoveJob = { from, to: 'AVQ' };
			expect(outcome('salesperson', { hasVendor: false }, move)).toBe('move.vendor_required');
			expect(outcome('salesperson', { hasVendor: true }, move)).toBe('ok');
		});
	}

	it('is the only move that asks for one, and not when a column is re-ordered', () => {
		const asks = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to, hold: { reason: 'other' } })))
			.map((move) => ({ ...move, hold: { reason: 'other' as const, note: 'Ring lost' } }))
			.filter((move) => outcome('admin', { hasVendor: false }, move) === 'move.vendor_required');
		expect(asks.map(({ from, to }) => `${from}-${to}`)).toEqual(['QN-AVQ', 'OH-AVQ']);
	});
});

describe('[W6] going on hold', () => {
	const hold = (asked: MoveJob['hold']) => outcome('jeweler', {}, { from: 'IP', to: 'OH', hold: asked });

	it('needs a reason', () => {
		expect(hold(undefined)).toBe('move.hold_reason_required');
	});

	for (const reason of HOLD_REASONS.filter((reason) => reason !== 'other')) {
		it(`takes "${reason}" without a note`, () => {
			expect(hold({ reason })).toBe('ok');
			expect(hold({ reason, note: null, until: null })).toBe('ok');
		});
	}

	it('takes "other" with a note only', () => {
		for (const note of [undefined, null, '', ' ', '\n\t\u00a0']) {
			expect(hold({ reason: 'other', note }), JSON.stringify(note)).toBe('move.hold_reason_required');
		}
		expect(hold({ reason: 'other', note: ' Ring lost ' })).toBe('ok');
	});
});

describe('refusals come in the order of the contract', () => {
	const allWrong: MoveJob = { from: 'CR', to: 'AVQ' };

	it('[W13] forbidden before a stale status, and nothing else is told', () => {
		const refused = { ok: false, refusal: { code: 'forbidden' } };
		const job = { status: 'OH', hasVendor: false, closed: true } as const;
		for (const who of ['jeweler', 'viewer', 'display'] as const) {
			expect(decideMove(job, allWrong, abilitiesOf(actorOf(who))), who).toEqual(refused);
		}
	});

	it('[W8] a stale status before a closed job', () => {
		expect(outcome('admin', { status: 'OH', hasVendor: false, closed: true }, allWrong)).toBe('job.moved');
		expect(outcome('jeweler', { status: 'QN', closed: true }, { from: 'IP', to: 'CR' })).toBe('job.moved');
	});

	it('[W8] a stale re-order is refused too', () => {
		expect(outcome('admin', { status: 'OH' }, { from: 'CR', to: 'CR' })).toBe('job.moved');
	});

	it('[W8] a job that somebody has taken there already counts as moved, not as done', () => {
		expect(outcome('admin', { status: 'RP' }, { from: 'IP', to: 'RP' })).toBe('job.moved');
	});

	it('[W10] a closed job before a missing edge, and before a re-order', () => {
		expect(outcome('admin', { hasVendor: false, closed: true }, allWrong)).toBe('job.closed');
		expect(outcome('admin', { closed: true }, { from: 'CR', to: 'CR' })).toBe('job.closed');
	});

	it('[W2] a missing edge before a missing vendor', () => {
		expect(outcome('admin', { hasVendor: false }, allWrong)).toBe('move.not_allowed');
	});

	it('whatever else is wrong', () => {
		const status = fc.constantFrom<Status>(...STATUSES);
		const given = fc.record({
			who: fc.constantFrom<Who>('admin', 'salesperson', 'viewer', 'display'),
			status,
			from: status,
			to: status,
			hasVendor: fc.boolean(),
			closed: fc.boolean(),
			reason: fc.boolean()
		});
		fc.assert(
			fc.property(given, ({ who, status, from, to, hasVendor, closed, reason }) => {
				const moves = ANY_MOVE.trim().split(/\s+/);
				const edge = moves[STATUSES.indexOf(from) * STATUSES.length + STATUSES.indexOf(to)] === '+';
				const wrong: [boolean, string][] = [
					[who === 'viewer' || who === 'display', 'forbidden'],
					[status !== from, 'job.moved'],
					[closed, 'job.closed'],
					[!edge, 'move.not_allowed'],
					[from !== to && to === 'AVQ' && !hasVendor, 'move.vendor_required'],
					[from !== to && to === 'OH' && !reason, 'move.hold_reason_required']
				];
				const first = wrong.find(([is]) => is)?.[1] ?? 'ok';
				const move: MoveJob = { from, to, hold: reason ? { reason: 'deposit' } : undefined };
				expect(outcome(who, { status, hasVendor, closed }, move)).toBe(first);
			}),
			{ numRuns: 1000 }
		);
	});
});
