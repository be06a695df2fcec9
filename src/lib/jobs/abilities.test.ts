import { describe, expect, it } from 'vitest';
import { ROLES, type Actor, type Role } from '#lib/people/actor.ts';
import { abilitiesOf, mayMove, type Abilities } from './abilities.ts';
import { EDITABLE_FIELDS, SPEC_FIELDS } from './job.ts';
import { nextStatuses, STATUSES, type Status } from './status.ts';

type Who = Role | 'display';

const base = { shopId: 'shop', id: 'ana', name: 'Ana' };
const actorOf = (who: Who): Actor =>
	who === 'display' ? { ...base, kind: 'display' } : { ...base, kind: 'person', role: who };
const abilities = (who: Who) => abilitiesOf(actorOf(who));

const EVERYBODY: Who[] = [...ROLES, 'display'];

/** Who has each right; everybody else has it not. */
const RIGHTS: Record<Exclude<keyof Abilities, 'moves' | 'edit'>, Who[]> = {
	reorder: ['admin', 'salesperson', 'jeweler'],
	create: ['admin', 'salesperson'],
	close: ['admin', 'salesperson'],
	reopen: ['admin'],
	delete: ['admin'],
	attach: ['admin', 'salesperson', 'jeweler'],
	detach: ['admin', 'salesperson'],
	seePrices: ['admin', 'salesperson', 'viewer'],
	manageContacts: ['admin', 'salesperson'],
	managePeople: ['admin'],
	manageShop: ['admin'],
	chase: ['admin', 'salesperson'],
	import: ['admin']
};

describe('[W13] abilities', () => {
	it('know four roles', () => {
		expect(ROLES).toEqual(['admin', 'salesperson', 'jeweler', 'viewer']);
	});

	it('are the moves and the rights of the table, and no other', () => {
		for (const who of EVERYBODY) {
			expect(Object.keys(abilities(who)).sort()).toEqual(['edit', 'moves', ...Object.keys(RIGHTS)].sort());
		}
	});

	for (const [right, holders] of Object.entries(RIGHTS) as [keyof typeof RIGHTS, Who[]][]) {
		it(`let ${holders.join(', ')} ${right}`, () => {
			expect(EVERYBODY.filter((who) => abilities(who)[right])).toEqual(holders);
		});
	}

	for (const who of ['admin', 'salesperson'] as const) {
		it(`let a ${who} make every move of the workflow`, () => {
			const all = Object.fromEntries(STATUSES.map((from) => [from, nextStatuses(from)]));
			expect(abilities(who).moves).toEqual(all);
		});
	}

	it('let a jeweler finish, hold and resume what is on the bench, and move nothing else', () => {
		expect(abilities('jeweler').moves).toEqual({
			QN: [],
			AVQ: [],
			CR: [],
			IP: ['RP', 'OH'],
			RP: [],
			OH: ['IP']
		});
	});

	it('let an admin and a salesperson change every field, and a jeweler what the bench knows', () => {
		expect(abilities('admin').edit).toEqual(EDITABLE_FIELDS);
		expect(abilities('salesperson').edit).toEqual(EDITABLE_FIELDS);
		expect(abilities('jeweler').edit).toEqual(['location', 'notes', ...SPEC_FIELDS]);
	});

	for (const who of ['viewer', 'display'] as const) {
		it(`let a ${who} change no field`, () => {
			expect(abilities(who).edit).toEqual([]);
		});

		it(`let a ${who} move nothing`, () => {
			const none = Object.fromEntries(STATUSES.map((from) => [from, []]));
			expect(abilities(who).moves).toEqual(none);
		});
	}
});

describe('[W13] a right to move', () => {
	const every: [Status, Status][] = STATUSES.flatMap((from) =>
		STATUSES.map((to) => [from, to] as [Status, Status])
	);

	for (const who of EVERYBODY) {
		it(`covers what the abilities of a ${who} list`, () => {
			const mine = abilities(who);
			for (const [from, to] of every.filter(([from, to]) => from !== to)) {
				expect(mayMove(mine, from, to), `${from} to ${to}`).toBe(mine.moves[from].includes(to));
			}
		});

		it(`[W12] lets a ${who} re-order ${RIGHTS.reorder.includes(who) ? 'any' : 'no'} column`, () => {
			const columns = STATUSES.filter((status) => mayMove(abilities(who), status, status));
			expect(columns).toEqual(RIGHTS.reorder.includes(who) ? STATUSES : []);
		});
	}
});
