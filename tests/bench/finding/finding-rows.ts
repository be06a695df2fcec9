import { absolute, type Row } from '#tests/bench/row.ts';
import { median, quantile } from '#tests/bench/statistics.ts';
import type { FindingMeasurements, Timing } from './measure-finding.ts';

const MOST_SEARCH = 100;
const MOST_FIRST_PAGE = 50;

const milliseconds = (value: number) => `${value.toFixed(2)} ms`;
const times = (value: number) => `${value.toFixed(3)} ×`;

/** Puts the measurements of search and list beside their targets. */
export function toFindingRows(measured: FindingMeasurements, jobs: number): Row[] {
	const { search, firstPage, sorted, move } = measured;
	const typed = `search as it is typed, ${jobs} jobs`;
	const page = `list, first page of ${jobs} jobs`;
	const atMost = (what: string, value: number, most: number | null) =>
		absolute(what, value, { atMost: most, show: milliseconds });
	return [
		atMost(`${typed}, p50`, quantile(search.samples, 0.5), null),
		atMost(`${typed}, p95`, quantile(search.samples, 0.95), MOST_SEARCH),
		atMost(`${typed}, slowest ("${measured.slowest.q}")`, measured.slowest.ms, null),
		atMost(`${page}: server`, serverTime(firstPage), MOST_FIRST_PAGE),
		...Object.entries(sorted).map(([sort, timing]) =>
			atMost(`${page} by ${sort}: server`, serverTime(timing), MOST_FIRST_PAGE)
		),
		atMost('move, the search left out: quickest tenth', quickest(move.bare), null),
		atMost('move, the search kept: quickest tenth', quickest(move.kept), null),
		absolute('the latter to the former', quickest(move.kept) / quickest(move.bare), {
			atMost: 1.05,
			show: times
		})
	];
}

/** What a difference of microseconds shows in: other work on the machine only ever adds to it. */
function quickest(samples: readonly number[]): number {
	return quantile(samples, 0.1);
}

/** As of a snapshot: the time of the request less that of one that does nothing. */
function serverTime({ samples, nothing }: Timing): number {
	return median(samples) - median(nothing);
}
