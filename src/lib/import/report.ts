import { formatJobNumber } from '#lib/jobs/job-number.ts';
import type { ContactField } from './contact-fields.ts';
import type { Issue } from './issue.ts';
import type { JobField } from './job-fields.ts';
import type { ContactPlan } from './plan-contacts.ts';
import type { JobPlan } from './plan-jobs.ts';
import { placeIssues, type LineIssue, type Sheet } from './sheet.ts';

/** What a file can hold. */
export const IMPORT_KINDS = ['jobs', 'contacts'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What came of a file, or would come of it. */
export interface ImportReport {
	kind: ImportKind;
	/** `refused`: something is wrong with the file, and nothing was written; `checked`: a dry run, nothing was written either. */
	outcome: 'imported' | 'checked' | 'refused';
	shop: { id: string; name: string };
	/** In whose name. */
	by: { id: string; name: string };
	/** What the columns were taken for; `field` is `null` for one that is not imported. */
	columns: { title: string; field: string | null; isMapped: boolean }[];
	/** Rows that hold anything. */
	rows: number;
	problems: Issue[];
	warnings: Issue[];
	/** Rows that came before, or that say of somebody who is there; `as` is a job's number or a contact's name. */
	there: { line: number; as: string }[];
	/** What is new. Numbers are given only when it is written. */
	jobs: { line: number; number: number | null; customer: string }[];
	contacts: { line: number; name: string }[];
}

/** Where a file goes, and whether it is only looked at. */
export interface Errand extends Pick<ImportReport, 'shop' | 'by'> {
	dryRun: boolean;
}

/** `there` holds the numbers of the jobs that came before, by the keys of their rows. */
export function reportJobs(
	errand: Errand,
	sheet: Sheet<JobField>,
	plan: JobPlan,
	there: ReadonlyMap<string, number>
): ImportReport {
	const report = { ...frameOf('jobs', errand, sheet, plan), there: thereOf(sheet, there, formatJobNumber) };
	if (report.outcome === 'refused') return report;
	const jobs = plan.jobs.map(({ draft, customer }) => ({
		line: draft.line,
		number: null,
		customer: customer.name
	}));
	return { ...report, jobs, contacts: plan.contacts.map(nameOf) };
}

/** `there` holds the names of the contacts that came before, by the keys of their rows. */
export function reportContacts(
	errand: Errand,
	sheet: Sheet<ContactField>,
	plan: ContactPlan,
	there: ReadonlyMap<string, string>
): ImportReport {
	const met = plan.there.map(({ line, contact }) => ({ line, as: contact.name }));
	const all = [...thereOf(sheet, there, String), ...met].toSorted(byLine);
	const report = { ...frameOf('contacts', errand, sheet, plan), there: all };
	if (report.outcome === 'refused') return report;
	return { ...report, contacts: plan.added.map(({ contact }) => nameOf(contact)) };
}

/** One problem is enough to refuse the whole file: nothing is imported by halves. */
function frameOf<Field extends string>(
	kind: ImportKind,
	{ dryRun, shop, by }: Errand,
	sheet: Sheet<Field>,
	plan: { issues: LineIssue<Field>[]; warnings: LineIssue<Field>[] }
): ImportReport {
	const inOrder = byPlace(sheet.columns.map(({ title }) => title));
	const problems = [...sheet.issues, ...placeIssues(sheet, plan.issues)].toSorted(inOrder);
	const written = dryRun ? ('checked' as const) : ('imported' as const);
	return {
		kind,
		outcome: problems.length > 0 ? 'refused' : written,
		shop,
		by,
		columns: sheet.columns.map(({ title, field, isMapped }) => ({
			title,
			field: field && sheet.fields[field].title,
			isMapped
		})),
		rows: sheet.rows.length,
		problems,
		warnings: placeIssues(sheet, plan.warnings).toSorted(inOrder),
		there: [],
		jobs: [],
		contacts: []
	};
}

function thereOf<Field extends string, Known>(
	{ rows }: Sheet<Field>,
	there: ReadonlyMap<string, Known>,
	words: (known: Known) => string
): ImportReport['there'] {
	return rows.flatMap(({ key, line }) => {
		const known = there.get(key);
		return known === undefined ? [] : [{ line, as: words(known) }];
	});
}

function nameOf({ name, line }: { name: string; line: number | null }): ImportReport['contacts'][number] {
	return { line: line ?? 0, name };
}

function byLine(a: { line: number | null }, b: { line: number | null }): number {
	return (a.line ?? 0) - (b.line ?? 0);
}

/** By line, and in a line from left to right. */
function byPlace(titles: readonly string[]): (a: Issue, b: Issue) => number {
	const position = ({ column }: Issue) => (column === null ? -1 : titles.indexOf(column));
	return (a, b) => byLine(a, b) || position(a) - position(b);
}
