import type { Actor, Role } from '#lib/people/actor.ts';
import { EDITABLE_FIELDS, SPEC_FIELDS, type EditableField } from './job.ts';
import { isEdge, STATUSES, type Status } from './status.ts';

/** What the person who asks may do. Pages and screens receive this and never decide again. */
export interface Abilities {
	/** Where they may take a job from each status; empty everywhere for those who may not move at all. */
	moves: Record<Status, readonly Status[]>;
	/** W12: whether they may re-order a column. */
	reorder: boolean;
	create: boolean;
	/** W10: picked up, cancelled. */
	close: boolean;
	reopen: boolean;
	/** J8 */
	delete: boolean;
	/** J7: the fields of a job that they may change. */
	edit: readonly EditableField[];
	/** A1: adding files to a job, and taking them off it. */
	attach: boolean;
	detach: boolean;
	seePrices: boolean;
	manageContacts: boolean;
	managePeople: boolean;
	/** The shop's settings, its displays and its audit log. */
	manageShop: boolean;
	/** G3: seeing whom to call about a piece that is ready, with the number. */
	chase: boolean;
	/** Taking a spreadsheet in. */
	import: boolean;
}

type Right = Exclude<keyof Abilities, 'moves' | 'reorder' | 'edit'>;

/** W13: the one table of rights besides moves. */
const RIGHTS: Record<Role, readonly Right[]> = {
	admin: [
		'create',
		'close',
		'reopen',
		'delete',
		'attach',
		'detach',
		'seePrices',
		'manageContacts',
		'managePeople',
		'manageShop',
		'chase',
		'import'
	],
	salesperson: ['create', 'close', 'attach', 'detach', 'seePrices', 'manageContacts', 'chase'],
	jeweler: ['attach'],
	viewer: ['seePrices']
};

/** J7: what a bench jeweler writes on a job: where the piece is, and what was found while working on it. */
const BENCH_FIELDS: readonly EditableField[] = ['location', 'notes', ...SPEC_FIELDS];

/** W13: the moves of a bench jeweler; admins and salespeople make every move of the workflow. */
const JEWELER_MOVES: Partial<Record<Status, readonly Status[]>> = { IP: ['RP', 'OH'], OH: ['IP'] };

/** W13: the abilities of an actor, computed from the role alone. A display may do nothing. */
export function abilitiesOf(actor: Actor): Abilities {
	const role = actor.kind === 'person' ? actor.role : null;
	const may = (right: Right) => role !== null && RIGHTS[role].includes(right);
	const moves = movesOf(role);
	return {
		moves,
		reorder: Object.values(moves).some((targets) => targets.length > 0),
		create: may('create'),
		close: may('close'),
		reopen: may('reopen'),
		delete: may('delete'),
		edit: editableBy(role),
		attach: may('attach'),
		detach: may('detach'),
		seePrices: may('seePrices'),
		manageContacts: may('manageContacts'),
		managePeople: may('managePeople'),
		manageShop: may('manageShop'),
		chase: may('chase'),
		import: may('import')
	};
}

/** W13: whether these abilities cover a move; re-ordering inside a column needs any right to move. */
export function mayMove(abilities: Abilities, from: Status, to: Status): boolean {
	return from === to ? abilities.reorder : abilities.moves[from].includes(to);
}

function editableBy(role: Role | null): readonly EditableField[] {
	if (role === 'jeweler') return BENCH_FIELDS;
	return role === 'admin' || role === 'salesperson' ? EDITABLE_FIELDS : [];
}

function movesOf(role: Role | null): Abilities['moves'] {
	const targets = (from: Status) => STATUSES.filter((to) => roleMoves(role, from, to));
	return Object.fromEntries(STATUSES.map((from) => [from, targets(from)])) as unknown as Abilities['moves'];
}

function roleMoves(role: Role | null, from: Status, to: Status): boolean {
	if (role === 'jeweler') return JEWELER_MOVES[from]?.includes(to) ?? false;
	return (role === 'admin' || role === 'salesperson') && isEdge(from, to);
}
