import { writeFile } from 'node:fs/promises';
import { startDatabaseServer } from '#tests/bench/database-server.ts';
import type { Options } from '#tests/bench/options.ts';
import { describeMachine, report } from '#tests/bench/report.ts';
import { absolute, type Row } from '#tests/bench/row.ts';
import { drawGrowth } from './draw-growth.ts';
import { measureGrowth, type Growth } from './measure-growth.ts';

/** A move in a shop with a long past may take this much longer than in a young one. */
const MOST_GROWTH = 1.1;

/** Measures how a move's cost grows with the shop's jobs, with screens and with nodes, and draws it. */
export async function runGrowth(options: Options, say: (step: string) => void): Promise<Row[]> {
	const before = describeMachine();
	const database = await startDatabaseServer();
	try {
		const measurements = await measureGrowth(database, options, say);
		const machine = { ...before, postgres: database.version };
		const rows = toRows(measurements);
		const about = 'medians; every process on one machine, the screens too';
		const file = await report(options, { part: 'growth', machine, about, rows, measurements });
		await writeFile(`${file}.svg`, drawGrowth(measurements));
		console.log(`\nDrawn in ${file}.svg.`);
		return rows;
	} finally {
		await database.stop();
	}
}

function toRows({ byJobs, byScreens }: Growth): Row[] {
	const milliseconds = (value: number) => `${value.toFixed(2)} ms`;
	const megabytes = (value: number) => `${value.toFixed(0)} MB`;
	const times = (value: number) => `${value.toFixed(2)} ×`;
	const [young, old] = [byJobs[0], byJobs.at(-1)];
	return [
		...byJobs.flatMap(({ jobs, answer, processor }) => [
			absolute(`move → answer, ${jobs} jobs`, answer, { atMost: null, show: milliseconds }),
			absolute(`processor time of it`, processor, { atMost: null, show: milliseconds })
		]),
		absolute('the most jobs to the fewest', (old?.answer ?? 0) / (young?.answer ?? 1), {
			atMost: MOST_GROWTH,
			show: times
		}),
		...byScreens.flatMap(({ nodes, screens, last, memory }) => [
			absolute(`move → last of ${screens} screens, ${nodes} nodes`, last, {
				atMost: null,
				show: milliseconds
			}),
			absolute('memory of one of them', memory, { atMost: null, show: megabytes })
		])
	];
}
