import { runBackup } from './backup/run-backup.ts';
import { runBrowser } from './browser/run-browser.ts';
import { runDashboard } from './dashboard/run-dashboard.ts';
import { runFinding } from './finding/run-finding.ts';
import { parseOptions, type Part } from './options.ts';
import { runReconnect } from './reconnect/run-reconnect.ts';
import { runGrowth } from './growth/run-growth.ts';
import { runMoves } from './run-moves.ts';

const options = parseOptions(process.argv.slice(2));
const say = (step: string) => console.error(`… ${step}`);

const isAsked = (part: Part) => options.only === null || options.only === part;
if (isAsked('moves')) await runMoves(options, say);
if (isAsked('finding')) await runFinding(options, say);
if (isAsked('dashboard')) await runDashboard(options, say);
if (isAsked('backup')) await runBackup(options, say);
if (isAsked('browser')) await runBrowser(options, say);
if (isAsked('reconnect')) await runReconnect(options, say);
if (isAsked('growth')) await runGrowth(options, say);
