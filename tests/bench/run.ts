import { runBackup } from './backup/run-backup.ts';
import { runBrowser } from './browser/run-browser.ts';
import { runDashboard } from './dashboard/run-dashboard.ts';
import { runFinding } from './finding/run-finding.ts';
import { runGrowth } from './growth/run-growth.ts';
import { parseOptions, PARTS, type Options, type Part } from './options.ts';
import { runReconnect } from './reconnect/run-reconnect.ts';
import { toSummary } from './report.ts';
import type { Row } from './row.ts';
import { runMoves } from './run-moves.ts';

const RUN: Record<Part, (options: Options, say: (step: string) => void) => Promise<Row[]>> = {
	moves: runMoves,
	finding: runFinding,
	dashboard: runDashboard,
	backup: runBackup,
	browser: runBrowser,
	reconnect: runReconnect,
	growth: runGrowth
};

const options = parseOptions(process.argv.slice(2));
const rows: Row[] = [];
for (const part of PARTS)
	if (options.only === null || options.only === part) {
		rows.push(...(await RUN[part](options, (step) => console.error(`… ${step}`))));
		console.log();
	}
if (options.only === null) console.log(toSummary(rows));
