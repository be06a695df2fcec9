import { formatJobNumber } from '#lib/jobs/job-number.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import type { Issue } from './issue.ts';
import type { ImportReport } from './report.ts';

/** A report as somebody reads it in a terminal: the columns, all that is wrong by line, and in the last line what happened. */
export function describeReport(report: ImportReport): string {
	const { shop, by, problems, warnings } = report;
	return [
		`Into ${shop.name}, in the name of ${by.name}.`,
		...section('Columns', columnLines(report)),
		...section(
			'Already there',
			report.there.map(({ line, as }) => `line ${line}: ${as}`)
		),
		...section('Warnings', warnings.map(issueLine)),
		...section('Problems', problems.map(issueLine)),
		'',
		summary(report)
	].join('\n');
}

function section(title: string, lines: string[]): string[] {
	return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function columnLines({ columns }: ImportReport): string[] {
	const others = columns.filter(({ title, field }) => title !== field);
	const width = Math.max(0, ...others.map(({ title }) => title.length));
	const lines = others.map(({ title, field, isMapped }) => {
		const target = field ?? 'not imported';
		return `${title.padEnd(width)}  →  ${target}${isMapped ? ' (as you said)' : ''}`;
	});
	const same = columns.length - others.length;
	const named = same === 1 ? 'is named like its field' : 'are named like their fields';
	return same > 0 ? [...lines, `${count(same, 'column')} ${named}`] : lines;
}

function issueLine({ line, column, message }: Issue): string {
	const place = [line === null ? null : `line ${line}`, column].filter(Boolean).join(', ');
	return place ? `${place}: ${message}` : message;
}

function summary(report: ImportReport): string {
	const { outcome, problems, rows, there } = report;
	const rest =
		there.length > 0 ? ` ${count(there.length, 'row')} ${isOrAre(there.length)} there already.` : '';
	switch (outcome) {
		case 'refused':
			// A file whose columns are in doubt has no rows yet.
			return `Nothing was imported: ${count(problems.length, 'problem')}${rows > 0 ? ` in ${count(rows, 'row')}` : ''}.`;
		case 'checked':
			return `Nothing is wrong. This was a dry run: ${newThings(report)} would be imported.${rest}`;
		case 'imported':
			if (report.jobs.length + report.contacts.length === 0)
				return `There was nothing new: ${count(there.length, 'row')} ${isOrAre(there.length)} there already.`;
			return `Imported ${newThings(report)}${numbersOf(report)}.${rest}`;
		default:
			return assertNever(outcome);
	}
}

function newThings({ kind, jobs, contacts }: ImportReport): string {
	const people = count(contacts.length, kind === 'jobs' ? 'new contact' : 'contact');
	return kind === 'jobs' ? `${count(jobs.length, 'job')} and ${people}` : people;
}

function numbersOf({ jobs }: ImportReport): string {
	const [first, last] = [jobs[0]?.number, jobs.at(-1)?.number];
	if (!first || !last) return '';
	return first === last
		? `, ${formatJobNumber(first)}`
		: `, ${formatJobNumber(first)} to ${formatJobNumber(last)}`;
}

function count(number: number, thing: string): string {
	return `${number.toLocaleString('en-US')} ${thing}${number === 1 ? '' : 's'}`;
}

function isOrAre(number: number): string {
	return number === 1 ? 'is' : 'are';
}
