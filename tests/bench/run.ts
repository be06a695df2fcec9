import { runFinding } from './finding/run-finding.ts';
import { parseOptions } from './options.ts';
import { runMoves } from './run-moves.ts';

const options = parseOptions(process.argv.slice(2));
const say = (step: string) => console.error(`… ${step}`);

if (options.only !== 'finding') await runMoves(options, say);
if (options.only !== 'moves') await runFinding(options, say);
