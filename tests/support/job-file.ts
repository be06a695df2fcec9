import type { ImportReport } from '#lib/import/report.ts';
import { importJobs } from '#lib/server/import/import-jobs.ts';
import type { ImportOptions } from '#lib/server/import/import-options.ts';
import type { Person } from './factories.ts';
import type { TestShop } from './test-shop.ts';

export const PLAIN: ImportOptions = { mappings: [], dateOrder: null, decimal: '.', dryRun: false };

const TITLES = 'Old number,Type,Customer,Title,Status,Promised date,Customer phone,Vendor';

export interface RowParts {
	customer?: string;
	title?: string;
	status?: string;
	day?: string;
	phone?: string;
	vendor?: string;
}

/** A row below the titles that `importRows` writes; Maria's custom job, promised for 2026-03-20, unless told otherwise. */
export function jobRow(number: string, parts: RowParts = {}): string {
	const { customer = 'Maria', title = '', status = '', day = '2026-03-20', phone = '', vendor = '' } = parts;
	return [number, 'custom', customer, title, status, day, phone, vendor].join(',');
}

/** Rows and so on. */
export function jobRows(count: number): string[] {
	return Array.from({ length: count }, (_, index) =>
		jobRow(`A-${index + 1}`, { title: `Piece ${index + 1}` })
	);
}

export interface FileParts {
	/** Titles after the usual ones, each with a comma before it; or all of them. */
	more?: string;
	titles?: string;
	by?: Person;
	dryRun?: boolean;
}

/** Imports a file of these rows, in the name of the shop's admin unless told otherwise. */
export function importRows(shop: TestShop, rows: string[], file: FileParts = {}): Promise<ImportReport> {
	const { more = '', titles = TITLES + more, by = shop.ana, dryRun = false } = file;
	return importJobs(shop.deps, by, asBytes([titles, ...rows].join('\n')), { ...PLAIN, dryRun });
}

export function asBytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
