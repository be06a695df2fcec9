import type { Rounds } from './rounds.ts';
import { quantile } from './statistics.ts';

/** One line of the report. */
export interface Row {
	what: string;
	target: string;
	measured: string;
	floor: string;
	/** Product to floor over all samples, and the lowest and highest that a single round showed. */
	ratio: { whole: number; lowest: number; highest: number } | null;
	/** `null` where there is no target. */
	met: boolean | null;
}

/** How many times the floor a measure may be, or has to be. */
export type Limit = { atMost: number } | { atLeast: number } | null;

/** A measure of both systems, by its quantile over the samples of all rounds. */
export function compare(
	what: string,
	{ product, floor }: Rounds<number[]>,
	{ at, show, limit }: { at: number; show: (value: number) => string; limit: Limit }
): Row {
	const [measured, bare] = [quantile(product.flat(), at), quantile(floor.flat(), at)];
	const perRound = product.map((samples, round) => quantile(samples, at) / quantile(floor[round] ?? [], at));
	const whole = measured / bare;
	return {
		what,
		target: describe(limit),
		measured: show(measured),
		floor: show(bare),
		ratio: { whole, lowest: Math.min(...perRound), highest: Math.max(...perRound) },
		met: limit && ('atMost' in limit ? whole <= limit.atMost : whole >= limit.atLeast)
	};
}

/** A measure with a target of its own; `floor` only tells for comparison. */
export function absolute(
	what: string,
	value: number,
	{ atMost, show, floor }: { atMost: number | null; show: (value: number) => string; floor?: number }
): Row {
	return {
		what,
		target: atMost === null ? '' : `≤ ${show(atMost)}`,
		measured: show(value),
		floor: floor === undefined ? '' : show(floor),
		ratio: null,
		met: atMost === null ? null : value <= atMost
	};
}

function describe(limit: Limit): string {
	if (!limit) return '';
	return 'atMost' in limit ? `≤ ${limit.atMost} × floor` : `≥ ${limit.atLeast} × floor`;
}
