import { describe, expect, it } from 'vitest';
import { CHANGE_KINDS } from '#lib/realtime/protocol.ts';
import type { Role } from '#lib/people/actor.ts';
import { abilitiesOf } from './abilities.ts';
import { decideUndo, type LastEvent } from './workflow.ts';

const MOVED_AT = '2026-03-09T15:00:00.000Z';
const moved: LastEvent = { kind: 'moved', by: 'ana', at: MOVED_AT };

const abilities = (role: Role) =>
	abilitiesOf({ kind: 'person', shopId: 'shop', id: 'ana', name: 'Ana', role });
const later = (ms: number) => new Date(Date.parse(MOVED_AT) + ms).toISOString();

function outcome(last: LastEvent, ms = 1000, who = 'ana', mine = abilities('salesperson')): string {
	const decision = decideUndo(last, who, mine, later(ms));
	return decision.ok ? 'ok' : decision.refusal.code;
}

describe('[W9] undoing a move', () => {
	const minutes = 60_000;
	const ages: [number, string][] = [
		[0, 'ok'],
		[1, 'ok'],
		[5 * minutes - 1, 'ok'],
		[5 * minutes, 'ok'],
		[5 * minutes + 1, 'undo.too_late'],
		[24 * 60 * minutes, 'undo.too_late']
	];
	for (const [age, expected] of ages) {
		it(`${age} ms later is ${expected}`, () => {
			expect(outcome(moved, age)).toBe(expected);
		});
	}

	it('is for the person who made it', () => {
		expect(outcome(moved, 1000, 'ben')).toBe('undo.changed');
		expect(outcome({ ...moved, by: null })).toBe('undo.changed');
	});

	for (const kind of CHANGE_KINDS.filter((kind) => kind !== 'moved')) {
		it(`is over once the job was ${kind}`, () => {
			expect(outcome({ ...moved, kind })).toBe('undo.nothing');
		});
	}

	it('tells the most basic refusal first', () => {
		const tenMinutes = 10 * minutes;
		expect(outcome({ ...moved, kind: 'edited' }, tenMinutes, 'ben', abilities('viewer'))).toBe('forbidden');
		expect(outcome({ ...moved, kind: 'edited' }, tenMinutes, 'ben')).toBe('undo.nothing');
		expect(outcome(moved, tenMinutes, 'ben')).toBe('undo.changed');
	});

	it('is for those who still may move', () => {
		const roles: Record<Role, string> = {
			admin: 'ok',
			salesperson: 'ok',
			jeweler: 'ok',
			viewer: 'forbidden'
		};
		for (const [role, expected] of Object.entries(roles)) {
			expect(outcome(moved, 1000, 'ana', abilities(role as Role)), role).toBe(expected);
		}
	});

	it('still works when the node that saved the move has a faster clock', () => {
		expect(outcome(moved, -2000)).toBe('ok');
	});
});
