import type { Instant } from '#lib/kernel/dates.ts';
import type { Terminal } from '#lib/realtime/protocol.ts';
import type { KnownDisplay } from './dashboard.ts';

/** P4: somebody who is connected, with how many screens. */
export interface PersonHere {
	id: string;
	name: string;
	screens: number;
}

/** P4: a paired screen, and whether it shows the board now. */
export interface DisplayHere {
	id: string;
	name: string;
	isConnected: boolean;
	/** When it was last heard of; `null` where it never was. */
	seenAt: Instant | null;
}

/** The people at their screens, each once, by name. */
export function peopleHere(terminals: readonly Terminal[]): PersonHere[] {
	const people = new Map<string, PersonHere>();
	for (const { of, name, kind } of terminals) {
		if (kind !== 'person') continue;
		people.set(of, { id: of, name, screens: (people.get(of)?.screens ?? 0) + 1 });
	}
	return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Every display of the shop, those that are gone first: they are what somebody must see to. */
export function displaysHere(
	terminals: readonly Terminal[],
	displays: readonly KnownDisplay[]
): DisplayHere[] {
	const connected = new Set(displayIds(terminals));
	const here = displays.map(({ id, name, seenAt }) => ({ id, name, seenAt, isConnected: connected.has(id) }));
	return here.sort(
		(a, b) => Number(a.isConnected) - Number(b.isConnected) || a.name.localeCompare(b.name, 'en')
	);
}

/** The displays that are connected, in an order of their own. */
export function displayIds(terminals: readonly Terminal[]): string[] {
	return terminals
		.filter(({ kind }) => kind === 'display')
		.map(({ of }) => of)
		.sort();
}
