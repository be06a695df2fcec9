import { SHADOW_PLACEHOLDER_ITEM_ID, SOURCES, TRIGGERS } from 'svelte-dnd-action';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Status } from '#lib/jobs/status.ts';
import { BoardDrag, type DropPlace } from './drag.svelte.ts';
import type { Card } from '#lib/board/card.ts';
import { byStatus, type ZoneItem, type ZoneLists } from './drag-lists.ts';

const POINTER = SOURCES.POINTER;
const KEYBOARD = SOURCES.KEYBOARD;
const STAND_IN = { id: SHADOW_PLACEHOLDER_ITEM_ID, isDndShadowItem: true };
const NOWHERE: DropPlace = { column: null, tab: null };
const overQN: DropPlace = { column: 'QN', tab: null };
const overCR: DropPlace = { column: 'CR', tab: null };
const items = (...numbers: number[]): ZoneItem[] => numbers.map((id) => ({ id }));

let cards: Map<number, Card>;
let lists: ZoneLists;
const told = { propose: vi.fn(), refuse: vi.fn(), focus: vi.fn() };
let drag: BoardDrag;

/** Others change the board. */
function model(columns: Partial<Record<Status, number[]>>): void {
	lists = byStatus((status) => items(...(columns[status] ?? [])));
	cards = new Map(
		Object.entries(columns).flatMap(([status, numbers]) =>
			numbers.map((number) => [number, { number, status } as Card])
		)
	);
}

beforeEach(() => {
	vi.clearAllMocks();
	model({ QN: [1, 2], CR: [3, 4], IP: [5] });
	drag = new BoardDrag({
		lists: () => lists,
		cards: () => cards,
		refusalOf: (_from, to) => (to === 'RP' ? 'Not there.' : null),
		...told
	});
});

const info = (trigger: TRIGGERS, source: SOURCES) => ({ trigger, source, id: '1' });

function pickUp(source = POINTER): void {
	const shown = source === POINTER ? [STAND_IN, ...items(2)] : items(1, 2);
	drag.consider('QN', { items: shown, info: info(TRIGGERS.DRAG_STARTED, source) });
}

function carry(status: Status, shown: ZoneItem[]): void {
	drag.consider('QN', { items: items(2), info: info(TRIGGERS.DRAGGED_ENTERED_ANOTHER, POINTER) });
	drag.consider(status, { items: shown, info: info(TRIGGERS.DRAGGED_ENTERED, POINTER) });
}

describe('a drag by pointer', () => {
	it('[W12] makes one move, with the neighbours after the drop', () => {
		pickUp();
		carry('CR', items(3, 1, 4));
		drag.finalize('CR', { items: items(3, 1, 4), info: info(TRIGGERS.DROPPED_INTO_ZONE, POINTER) }, overCR);
		drag.finalize('QN', { items: items(2), info: info(TRIGGERS.DROPPED_INTO_ANOTHER, POINTER) }, overCR);
		expect(told.propose.mock.calls).toEqual([[{ number: 1, from: 'QN', to: 'CR', after: 3, before: 4 }]]);
		expect(drag.hand).toBe(null);
	});

	it('keeps the lists still while others change the board, and shows their changes afterwards', () => {
		pickUp();
		carry('CR', items(3, 1, 4));
		model({ QN: [1], CR: [4], IP: [2, 3, 5] });
		expect(drag.listOf('IP')).toEqual(items(5));
		expect(drag.listOf('CR')).toEqual(items(3, 1, 4));
		drag.finalize('CR', { items: items(3, 1, 4), info: info(TRIGGERS.DROPPED_INTO_ZONE, POINTER) }, overCR);
		expect(drag.listOf('IP')).toEqual(items(2, 3, 5));
		expect(told.propose).toHaveBeenCalledWith({
			number: 1,
			from: 'QN',
			to: 'CR',
			after: undefined,
			before: 4
		});
	});

	it('[W8] names the status that the card was picked up in, wherever others have taken it', () => {
		pickUp();
		carry('CR', items(1, 3, 4));
		model({ QN: [2], CR: [3, 4], IP: [1, 5] });
		drag.finalize('CR', { items: items(1, 3, 4), info: info(TRIGGERS.DROPPED_INTO_ZONE, POINTER) }, overCR);
		expect(told.propose.mock.calls[0]?.[0]).toMatchObject({ from: 'QN', to: 'CR' });
	});

	it('shows the card that the stand-in stands for, as the model has it, and still when it has left', () => {
		pickUp();
		cards = new Map(cards).set(1, { number: 1, title: 'Edited' } as Card);
		expect(drag.cardOf(STAND_IN.id)?.title).toBe('Edited');
		cards = new Map();
		expect(drag.cardOf(STAND_IN.id)?.number).toBe(1);
	});

	it('makes no move when the card comes back to its place', () => {
		pickUp();
		drag.finalize('QN', { items: items(1, 2), info: info(TRIGGERS.DROPPED_INTO_ZONE, POINTER) }, overQN);
		expect(told.propose).not.toHaveBeenCalled();
	});

	it('[W4] that ends over a column that refuses says why, and beside the board says nothing', () => {
		const outside = { items: items(1, 2), info: info(TRIGGERS.DROPPED_OUTSIDE_OF_ANY, POINTER) };
		pickUp();
		drag.finalize('QN', outside, { column: 'RP', tab: null });
		expect(told.refuse.mock.calls).toEqual([[1, 'Not there.']]);
		pickUp();
		drag.finalize('QN', outside, NOWHERE);
		expect(told.refuse).toHaveBeenCalledTimes(1);
		expect(told.propose).not.toHaveBeenCalled();
	});
});

describe('a drag on a phone', () => {
	const onTab = (tab: Status): DropPlace => ({ column: null, tab });
	const stillIn = { items: items(1, 2), info: info(TRIGGERS.DROPPED_INTO_ZONE, POINTER) };
	const outside = { items: items(1, 2), info: info(TRIGGERS.DROPPED_OUTSIDE_OF_ANY, POINTER) };

	it.each([
		['slowly', outside],
		['before the library has noticed', stillIn]
	])('[W12] onto a column’s tab, %s, moves the card on top of that column', (_how, drop) => {
		pickUp();
		drag.finalize('QN', drop, onTab('CR'));
		expect(told.propose.mock.calls).toEqual([[{ number: 1, from: 'QN', to: 'CR' }]]);
	});

	it('[W4] onto the tab of a column that refuses says why, and onto its own does nothing', () => {
		pickUp();
		drag.finalize('QN', outside, onTab('RP'));
		pickUp();
		drag.finalize('QN', outside, onTab('QN'));
		expect(told.refuse.mock.calls).toEqual([[1, 'Not there.']]);
		expect(told.propose).not.toHaveBeenCalled();
	});
});

describe('a drag by keyboard', () => {
	const press = (status: Status, shown: ZoneItem[]) =>
		drag.finalize(status, { items: shown, info: info(TRIGGERS.DROPPED_INTO_ZONE, KEYBOARD) }, NOWHERE);
	const leave = (shown: ZoneItem[]) =>
		drag.finalize('QN', { items: shown, info: info(TRIGGERS.DROPPED_INTO_ANOTHER, KEYBOARD) }, NOWHERE);

	it('moves once, at its end, however many keys were pressed, and gives the card its focus back', () => {
		pickUp(KEYBOARD);
		leave(items(2));
		press('CR', items(1, 3, 4));
		press('CR', items(3, 1, 4));
		expect(told.propose).not.toHaveBeenCalled();
		drag.consider('CR', { items: items(3, 1, 4), info: info(TRIGGERS.DRAG_STOPPED, KEYBOARD) });
		expect(told.propose.mock.calls).toEqual([[{ number: 1, from: 'QN', to: 'CR', after: 3, before: 4 }]]);
		expect(told.focus).toHaveBeenCalledWith(1);
	});

	it('[W12] enters a column on top, though the library comes from the right at its end', () => {
		pickUp(KEYBOARD);
		leave(items(2));
		press('CR', items(3, 4, 1));
		expect(drag.listOf('CR')).toEqual(items(1, 3, 4));
		expect(drag.hand?.over).toBe('CR');
	});
});
