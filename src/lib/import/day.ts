import { isDay, type Day } from '#lib/kernel/dates.ts';
import { refused, took, type Read } from './issue.ts';
import { ambiguousDayWords, DAY_NUMBER, noDayWords } from './messages.ts';

/** How a file writes dates in figures. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * Reads a day as spreadsheets write it: 2026-03-04, 04.03.2026, 3/4/26, 4 Mar 2026, March 4, 2026; a time behind it is
 * dropped. Without a date order, figures that could be two days are refused, as a guess would be wrong for half of the
 * world. Two figures for a year mean this century.
 */
export function readDay(text: string, order: DateOrder | null): Read<Day> {
	const bare = text.trim().replace(TIME, '').replace(WEEKDAY, '');
	if (SERIAL.test(bare)) return refused(DAY_NUMBER);
	const days = new Set([...byName(bare), ...byFigures(bare, order)].filter(isDay));
	const [day, another] = days;
	if (day === undefined) return refused(noDayWords(text, order));
	return another === undefined ? took(day) : refused(ambiguousDayWords(text));
}

const TIME = /[T ,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?| ?Z|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+/i;
/** Days since 1900: what a date cell holds when its format was lost. */
const SERIAL = /^[345]\d{4}([.,]\d+)?$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
	...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
	...['november', 'december']
];

function byName(text: string): Day[] {
	const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]+)\.?,?[ -]+(\d{4}|\d{2})$/i.exec(text);
	const monthFirst = /^([a-z]+)\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4}|\d{2})$/i.exec(text);
	const [day, name, year] = dayFirst
		? [dayFirst[1], dayFirst[2], dayFirst[3]]
		: [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
	const month = monthOf(name?.toLowerCase() ?? '');
	return month === 0 ? [] : [dayOf(year, String(month), day)];
}

/** 1 to 12; 0 for what is no month. */
function monthOf(name: string): number {
	const short = name === 'sept' ? 'sep' : name;
	return Math.max(MONTHS.indexOf(short), MONTH_NAMES.indexOf(short)) + 1;
}

/** All that three figures can mean, in the given order or in any. A year of four figures in front leaves one way. */
function byFigures(text: string, order: DateOrder | null): Day[] {
	const [, a, , b, c] = /^(\d{1,4})([-/. ]\s?)(\d{1,2})\2(\d{1,4})$/.exec(text) ?? [];
	if (a === undefined) return [];
	if (a.length === 4) return [dayOf(a, b, c)];
	const orders = order === null ? DATE_ORDERS : [order];
	return orders.map((each) => {
		if (each === 'dmy') return dayOf(c, b, a);
		return each === 'mdy' ? dayOf(c, a, b) : dayOf(a, b, c);
	});
}

/** Not a day where a part is missing or too long; `isDay` tells. */
function dayOf(year = '', month = '', day = ''): Day {
	const wholeYear = year.length === 2 ? `20${year}` : year;
	return `${wholeYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
