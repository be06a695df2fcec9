import type { Mapping } from '#lib/import/columns.ts';
import type { DateOrder } from '#lib/import/day.ts';
import type { Decimal } from '#lib/import/money.ts';

/** What somebody says about a file. */
export interface ImportOptions {
	mappings: readonly Mapping[];
	dateOrder: DateOrder | null;
	decimal: Decimal;
	/** Says what would happen, and writes nothing. */
	dryRun: boolean;
}
