import { measureAll } from './measure.ts';
import type { Options } from './options.ts';
import { describeMachine, report } from './report.ts';
import type { Row } from './row.ts';
import { toRows } from './rows.ts';
import { openStage } from './stage.ts';

/** Measures moves, snapshots and memory against the floor. */
export async function runMoves(options: Options, say: (step: string) => void): Promise<Row[]> {
	const before = describeMachine();
	say(`starting a shop of ${options.cards} cards, and the floor`);
	const stage = await openStage(options);
	process.once('SIGINT', () => void stage.close().finally(() => process.exit(130)));
	process.once('SIGTERM', () => void stage.close().finally(() => process.exit(143)));
	try {
		const measurements = await measureAll(stage, options, say);
		const machine = { ...before, postgres: stage.postgres };
		const rows = toRows(measurements, options);
		const { moves, rounds, watcher } = options;
		const about = `${moves} samples in ${rounds} rounds by turns; ${watcher} watchers`;
		await report(options, { part: null, machine, about, rows, measurements });
		console.log(`\nThe server's time of a snapshot: ${measurements.snapshots[0]?.measuredBy ?? ''}.`);
		return rows;
	} finally {
		await stage.close();
	}
}
