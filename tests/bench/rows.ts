import type { Measurements } from './measure.ts';
import type { MoveSample, SustainedSample } from './measure-moves.ts';
import type { SnapshotSample } from './measure-snapshot.ts';
import type { Options } from './options.ts';
import type { Rounds } from './rounds.ts';
import { absolute, compare, type Row } from './row.ts';
import { median } from './statistics.ts';

const MOST_ANSWER = 1.6;
const MOST_FAN_OUT = 2;
const LEAST_SUSTAINED = 0.6;
const MOST_BYTES = 300;
const MOST_MEGABYTES = 180;
const MOST_MICROSECONDS = 25;
/** For boards of up to so many cards: milliseconds, and thousands of bytes. */
const SNAPSHOTS = [
	{ cards: 500, ms: 12, kilobytes: 25 },
	{ cards: 2000, ms: 45, kilobytes: 90 }
];

const milliseconds = (value: number) => `${value.toFixed(2)} ms`;
const microseconds = (value: number) => `${value.toFixed(1)} µs`;
const kilobytes = (value: number) => `${value.toFixed(1)} kB`;
const megabytes = (value: number) => `${value.toFixed(0)} MB`;
const whole = (value: number) => value.toFixed(0);

/** Puts the measurements beside the targets. */
export function toRows(measured: Measurements, options: Options): Row[] {
	const { watchers, manyWatchers, writers, memoryMoves } = options;
	const { before, half, after } = measured.memory;
	const memory = `memory, ${manyWatchers} watchers, ${memoryMoves} moves`;
	return [
		...moveRows(measured.few, watchers),
		...moveRows(measured.many, manyWatchers),
		furtherWatcher(measured, options),
		...sustainedRows(measured.sustained, `${writers} writers, ${watchers} watchers`),
		absolute('bytes of a move to one watcher', measured.bytes.plain, { atMost: MOST_BYTES, show: whole }),
		absolute('bytes of a move to On hold', measured.bytes.hold, { atMost: MOST_BYTES, show: whole }),
		...measured.snapshots.flatMap(snapshotRows),
		absolute(`${memory}: before`, before, { atMost: null, show: megabytes }),
		absolute(`${memory}: half-way`, half, { atMost: null, show: megabytes }),
		absolute(`${memory}: after`, after, { atMost: MOST_MEGABYTES, show: megabytes })
	];
}

function moveRows(samples: Rounds<MoveSample[]>, watchers: number): Row[] {
	const answers = pick(samples, 'answer');
	const lasts = pick(samples, 'last');
	const show = milliseconds;
	const answered = `move → answer, ${watchers} watchers`;
	const delivered = `move → last of ${watchers} watchers`;
	return [
		compare(`${answered}, p50`, answers, { at: 0.5, show, limit: { atMost: MOST_ANSWER } }),
		compare(`${answered}, p95`, answers, { at: 0.95, show, limit: null }),
		compare(`${delivered}, p50`, lasts, { at: 0.5, show, limit: { atMost: MOST_FAN_OUT } }),
		compare(`${delivered}, p95`, lasts, { at: 0.95, show, limit: null })
	];
}

function sustainedRows({ product, floor }: Rounds<SustainedSample>, who: string): Row[] {
	const of = (pick: (sample: SustainedSample) => number | null): Rounds<number[]> => {
		const inArrays = (rounds: SustainedSample[]) => rounds.map((sample) => [pick(sample) ?? Number.NaN]);
		return { product: inArrays(product), floor: inArrays(floor) };
	};
	const rates = of(({ rate }) => rate);
	const times = of(({ processor }) => processor);
	const isTold = product.every(({ processor }) => processor !== null);
	return [
		compare(`moves a second, ${who}`, rates, { at: 0.5, show: whole, limit: { atLeast: LEAST_SUSTAINED } }),
		...(isTold
			? [
					compare('server, processor time of one of them', times, {
						at: 0.5,
						show: milliseconds,
						limit: null
					})
				]
			: [])
	];
}

/** What one more screen costs a move: the difference between the two crowds, spread over the screens that make it. */
function furtherWatcher({ few, many }: Measurements, { watchers, manyWatchers }: Options): Row {
	const cost = (system: keyof Rounds<unknown>) => {
		const [small, large] = [few, many].map((samples) => median(pick(samples, 'last')[system].flat()));
		return (1000 * ((large ?? 0) - (small ?? 0))) / (manyWatchers - watchers);
	};
	const measured = cost('product');
	return absolute('each further watcher, p50', measured, {
		// A crowd that was quicker than the small one says that the machine was busy, and nothing else.
		atMost: measured > 0 ? MOST_MICROSECONDS : null,
		show: microseconds,
		floor: cost('floor')
	});
}

function snapshotRows({ cards, ms, gzipBytes }: SnapshotSample): Row[] {
	const target = SNAPSHOTS.find((size) => cards <= size.cards);
	const what = `snapshot of ${cards} cards`;
	return [
		absolute(`${what}: server`, ms, { atMost: target?.ms ?? null, show: milliseconds }),
		absolute(`${what}: gzip`, gzipBytes / 1000, { atMost: target?.kilobytes ?? null, show: kilobytes })
	];
}

function pick({ product, floor }: Rounds<MoveSample[]>, field: keyof MoveSample): Rounds<number[]> {
	const of = (rounds: MoveSample[][]) => rounds.map((samples) => samples.map((sample) => sample[field]));
	return { product: of(product), floor: of(floor) };
}
