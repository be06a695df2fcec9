import { measureAll } from './measure.ts';
import type { Options } from './options.ts';
import { describeMachine, toText, writeJson } from './report.ts';
import { toRows } from './rows.ts';
import { openStage } from './stage.ts';

/** Measures moves, snapshots and memory against the floor. */
export async function runMoves(options: Options, say: (step: string) => void): Promise<void> {
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
		console.log(toText(rows, machine, about));
		console.log(`\nThe server's time of a snapshot: ${measurements.snapshots[0]?.measuredBy ?? ''}.`);
		await writeJson(options.json, { machine, options, rows, measurements });
	} finally {
		await stage.close();
	}
}
