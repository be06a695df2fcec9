import { parseArgs } from 'node:util';
import type { Mapping } from '#lib/import/columns.ts';
import { DATE_ORDERS } from '#lib/import/day.ts';
import { DECIMALS } from '#lib/import/money.ts';
import { IMPORT_KINDS, type ImportKind } from '#lib/import/report.ts';
import type { ImportOptions } from '#lib/server/import/import-options.ts';
import { UsageError } from './fail.ts';

export const USAGE = `Usage: npm run import -- FILE.csv --shop NAME [options]
  --shop NAME            the shop, by its name or id
  --by E-MAIL            the admin in whose name it is done; not needed where there is only one
  --kind jobs|contacts   what the file holds; jobs when not given
  --map COLUMN=FIELD     what a column is, as in --map "Due date=promised date"; may come several times,
                         and COLUMN=ignore leaves a column out
  --date-format dmy|mdy|ymd   how the file writes dates in figures
  --decimal .|,          what stands before the cents; the point when not given
  --dry-run              says what would happen, and writes nothing
  --json                 prints the report as JSON
The fields are in src/lib/import/README.md.`;

/** What `npm run import` was asked. */
export interface ImportCommand {
	file: string;
	shop: string;
	by: string | null;
	kind: ImportKind;
	options: ImportOptions;
	json: boolean;
}

const FLAGS = {
	shop: { type: 'string' },
	by: { type: 'string' },
	kind: { type: 'string', default: 'jobs' },
	map: { type: 'string', multiple: true, default: [] as string[] },
	'date-format': { type: 'string' },
	decimal: { type: 'string', default: '.' },
	'dry-run': { type: 'boolean', default: false },
	json: { type: 'boolean', default: false }
} as const;

/** Reads the command line; throws `UsageError` with what is wrong with it. */
export function readImportCommand(args: string[]): ImportCommand {
	const { values, positionals } = parse(args);
	const [file, another] = positionals;
	if (!file) throw new UsageError(`Which file?\n${USAGE}`);
	if (another) throw new UsageError(`One file at a time: “${another}” is too much.\n${USAGE}`);
	if (!values.shop) throw new UsageError(`Which shop? Say --shop with its name.\n${USAGE}`);
	return {
		file,
		shop: values.shop,
		by: values.by ?? null,
		kind: oneOf(IMPORT_KINDS, values.kind, '--kind'),
		options: {
			mappings: values.map.map(readMapping),
			dateOrder:
				values['date-format'] === undefined
					? null
					: oneOf(DATE_ORDERS, values['date-format'], '--date-format'),
			decimal: oneOf(DECIMALS, values.decimal, '--decimal'),
			dryRun: values['dry-run']
		},
		json: values.json
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({ args, options: FLAGS, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${String((error as Error).message).split('\n')[0] ?? ''}\n${USAGE}`);
	}
}

/** A column's title may hold "=", a field's name never does. */
function readMapping(text: string): Mapping {
	const split = text.lastIndexOf('=');
	if (split < 1 || split === text.length - 1)
		throw new UsageError(
			`--map takes COLUMN=FIELD, as in --map "Due date=promised date"; “${text}” is not like that.`
		);
	return { column: text.slice(0, split).trim(), field: text.slice(split + 1).trim() };
}

function oneOf<Value extends string>(values: readonly Value[], text: string, flag: string): Value {
	const value = values.find((each) => each === text);
	if (value === undefined) throw new UsageError(`${flag} is one of ${values.join('  ')}; “${text}” is none.`);
	return value;
}
