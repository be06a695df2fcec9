import { measureAll } from './measure.ts';
import { parseOptions } from './options.ts';
import { describeMachine, toText, writeJson } from './report.ts';
import { toRows } from './rows.ts';
import { openStage } from './stage.ts';

const options = parseOptions(process.argv.slice(2));
const before = describeMachine();
const say = (step: string) => console.error(`… ${step}`);

say(`starting a shop of ${options.cards} cards, and the floor`);
const stage = await openStage(options);
process.once('SIGINT', () => void stage.close().finally(() => process.exit(130)));
process.once('SIGTERM', () => void stage.close().finally(() => process.exit(143)));
try {
	const measurements = await measureAll(stage, options, say);
	const machine = { ...before, postgres: stage.postgres };
	const rows = toRows(measurements, options);
	console.log(toText(rows, machine, options));
	console.log(`\nThe server's time of a snapshot: ${measurements.snapshots[0]?.measuredBy ?? ''}.`);
	await writeJson(options.json, { machine, options, rows, measurements });
} finally {
	await stage.close();
}
