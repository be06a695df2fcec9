import { STATUS_FACTS, STATUSES } from '#lib/jobs/status.ts';
import type { Decimal } from './money.ts';
import type { DateOrder } from './day.ts';

/** The file as a whole. */
export const EMPTY_FILE = 'The file is empty.';
export const NO_ROWS = 'The file has no rows below its column titles.';
export const SPREADSHEET_FILE =
	'This is a workbook, not CSV. Open it in the spreadsheet and save it as “CSV UTF-8”.';
export const BINARY_FILE =
	'This is no text file, whatever its name says. Save the spreadsheet as “CSV UTF-8”.';
export const NOT_UTF8 =
	'This line is not in UTF-8: in the spreadsheet, choose Save as and “CSV UTF-8”, and import that file.';
export const NOT_UTF16 =
	'The file begins like UTF-16 and does not go on like it: save it again as “CSV UTF-8”.';
export const QUOTE_OPEN = 'A quotation mark is opened here and never closed.';
export const QUOTE_INSIDE =
	'A quotation mark stands in the middle of a cell. A cell with quotation marks is written in quotes, with each of them doubled.';

/** While so many are written, about one second, nobody else can change the board; others give up after three. */
export const MOST_ROWS = 5_000;

export function tooManyRowsWords(count: number): string {
	return `The file has ${figure(count)} rows; ${figure(MOST_ROWS)} at once are the most. Split it.`;
}

export function cellCountWords(count: number, width: number): string {
	return `This row has ${count} ${count === 1 ? 'cell' : 'cells'}, the titles have ${width}.`;
}

/** The columns. */
export function untitledColumn(position: number): string {
	return `column ${position}`;
}

export function noColumnWords(title: string, header: readonly string[]): string {
	return `--map names a column “${title}”. The file has ${header.map((each) => `“${each}”`).join(', ')}.`;
}

export function columnTwiceWords(title: string): string {
	return `--map names “${title}”, and several columns are called that. Rename one of them.`;
}

export function noFieldWords(name: string): string {
	return `--map names “${name}”, and there is no such field. The list is in src/lib/import/README.md.`;
}

export function mappedTwiceWords(title: string): string {
	return `--map names the column “${title}” twice.`;
}

export function fieldTwiceWords(field: string, titles: readonly string[]): string {
	const all = titles.map((title) => `“${title}”`).join(' and ');
	return `${field} could be ${all}. Take one out, as in --map "${titles.at(-1)}=ignore".`;
}

export function missingColumnWords(field: string): string {
	return `There is no column for ${field}. If it is called otherwise, say --map "…=${field.toLowerCase()}".`;
}

/** The cells. */
export const MISSING = 'This is missing.';
export const IN_FUTURE = 'This day has not come yet.';
export const SINCE_BEFORE_TAKEN_IN = 'This is before the day on which the job was taken in.';
export const VENDOR_NEEDED = 'A job in Awaiting vendor quote needs its vendor.';
export const HOLD_REASON_NEEDED = 'A job that is On hold needs a reason.';
export const HELD_FROM_HOLD = 'Say in which status the job was before it went on hold.';
export const CLOSED_JOB = 'This job is done with. Only open jobs are imported: take the row out.';
export const DAY_NUMBER =
	'This is a spreadsheet’s own number of a day. Format the column as a date and save the file again.';

/** Warnings. */
export const PROMISE_PASSED = 'This date has passed: the job arrives overdue.';
export const NOT_ON_HOLD = 'This is not kept, as the job is not On hold.';

export function oldNumberNote(number: string): string {
	return `Old number: ${number}`;
}

export function numberTwiceWords(number: string, line: number): string {
	return `“${number}” is the number of line ${line} already.`;
}

export function noDayWords(text: string, order: DateOrder | null): string {
	const asked = order ? ` with --date-format ${order}` : '';
	return `“${text}” is no date${asked}. 2026-03-31 always is one.`;
}

export function ambiguousDayWords(text: string): string {
	return `“${text}” could be two days. Say how the file writes dates, with --date-format dmy, mdy or ymd.`;
}

export function noAmountWords(text: string, decimal: Decimal): string {
	const [sign, other] = decimal === '.' ? ['point', ','] : ['comma', '.'];
	return `“${text}” is no amount with a ${sign} before the cents. For the other way say --decimal ${other}`;
}

export function noTypeWords(text: string): string {
	return `“${text}” is neither custom nor repair.`;
}

export function noStatusWords(text: string): string {
	const names = STATUSES.map((status) => STATUS_FACTS[status].name);
	return `“${text}” is no status. Write one of ${names.join(', ')}.`;
}

export function noYesNoWords(text: string): string {
	return `“${text}” is neither yes nor no.`;
}

export function noRoleWords(text: string): string {
	return `“${text}” is neither customer nor vendor, nor both.`;
}

/** People and contacts. */
export function nobodyWords(text: string, staff: readonly { name: string }[]): string {
	return `Nobody called “${text}” works here. There are ${staff.map(({ name }) => name).join(', ')}.`;
}

export function severalPeopleWords(text: string): string {
	return `Several people here are called “${text}”. Write the e-mail address.`;
}

export function severalVendorsWords(text: string): string {
	return `Several vendors are called “${text}”. Give them names that differ, or archive one.`;
}

export function namesakesWords(name: string, count: number): string {
	return `${count} customers are called “${name}”, so a new one is added. An e-mail or a phone number would tell.`;
}

/** What a row meets in a contact that is there: the shop's, or one that an earlier line adds. */
export function sameAsWords(name: string, contact: { name: string; line: number | null }): string {
	return `“${name}” is taken for ${whose(contact.name, contact.line)}, who is reached the same way.`;
}

export function keptElsewhereWords(said: string, kept: string | null, line: number | null): string {
	const there = line === null ? 'the contact that is there' : `line ${line}`;
	return `“${said}” is not kept: ${there} has ${kept === null ? 'none' : `“${kept}”`}.`;
}

function whose(name: string, line: number | null): string {
	return line === null ? `the contact “${name}”` : `“${name}” of line ${line}`;
}

function figure(count: number): string {
	return count.toLocaleString('en-US');
}

export const NOT_EXEMPT = 'The contact that is there is not tax-exempt, and an import does not change it.';

export function roleNotKeptWords(role: string): string {
	return `The contact that is there is no ${role}, and an import does not change it.`;
}
