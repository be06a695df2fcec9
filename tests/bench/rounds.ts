import type { System } from './system.ts';

/** What each system showed, round by round. */
export interface Rounds<Sample> {
	product: Sample[];
	floor: Sample[];
}

/**
 * Measures both systems by turns, so that a machine that slows down slows both of them. Who goes first changes every round.
 */
export async function alternate<Sample>(
	rounds: number,
	systems: Record<System['name'], System>,
	measure: (system: System) => Promise<Sample>
): Promise<Rounds<Sample>> {
	const measured: Rounds<Sample> = { product: [], floor: [] };
	for (let round = 0; round < rounds; round++) {
		const order = round % 2 === 0 ? (['product', 'floor'] as const) : (['floor', 'product'] as const);
		for (const name of order) measured[name].push(await measure(systems[name]));
	}
	return measured;
}
