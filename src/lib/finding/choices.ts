import type { PersonRef } from '#lib/people/actor.ts';

export interface Choice {
	value: string;
	name: string;
}

/** L2: whom a list of jobs can be narrowed to. */
export interface Choices {
	salespeople: readonly Choice[];
	jewelers: readonly Choice[];
	vendors: readonly Choice[];
}

/** A job with the names that it can be found by. */
export interface Named {
	salesperson: PersonRef;
	jeweler: PersonRef | null;
	vendor: string | null;
}

/** The people and vendors of some jobs, each once and by name. */
export function choicesOf(jobs: Iterable<Named>): Choices {
	const salespeople = new Map<string, string>();
	const jewelers = new Map<string, string>();
	const vendors = new Map<string, string>();
	for (const { salesperson, jeweler, vendor } of jobs) {
		salespeople.set(salesperson.id, salesperson.name);
		if (jeweler) jewelers.set(jeweler.id, jeweler.name);
		if (vendor !== null) vendors.set(vendor, vendor);
	}
	return { salespeople: byName(salespeople), jewelers: byName(jewelers), vendors: byName(vendors) };
}

/** The choices with the chosen one among them, so that a field never says that nothing is chosen when something is. */
export function withChosen(
	choices: readonly Choice[],
	chosen: string | null,
	name: string
): readonly Choice[] {
	if (chosen === null || choices.some(({ value }) => value === chosen)) return choices;
	return [...choices, { value: chosen, name }];
}

function byName(names: ReadonlyMap<string, string>): Choice[] {
	const choices = [...names].map(([value, name]) => ({ value, name }));
	return choices.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
