import type { CustomerNames } from './display.ts';

const TITLES = words('mr mrs ms miss dr prof sr sra srta herr frau mme mlle m');
const SUFFIXES = words('jr sr ii iii iv phd md esq');
/** Scripts that write a name in one go, without a space between its parts. */
const UNSPACED =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,}$/u;

/** D3: a customer as a display names them; empty when it names nobody. */
export function customerOnDisplay(name: string, customers: CustomerNames): string {
	if (customers === 'full') return name;
	return customers === 'short' ? shortName(name) : '';
}

/**
 * D3: "Maria Gomez" is "Maria G.", "Gomez, Maria" too, and "Mrs. Gomez" is "Mrs. G.". A single word stays as it is. What
 * may hold a whole name in one word, as 王小明 and an e-mail address do, keeps its first letter: "王…". Companies are
 * shortened like people: a name alone does not tell one from the other.
 */
export function shortName(name: string): string {
	const [front = '', ...given] = name.split(/[,،，、]/u);
	const parts = given.some(hasLetters) ? [...given, front] : [name];
	const all = parts.flatMap((part) => part.split(/[\s,]+/u)).filter(hasLetters);
	const [title] = all.filter((word) => TITLES.has(plain(word)));
	const named = all.filter((word) => !TITLES.has(plain(word)) && !SUFFIXES.has(plain(word)));
	const [first, last] = [named[0] ?? title ?? '', named.at(-1) ?? ''];
	if (named.length > 1) return `${shownWord(first)} ${initial(last)}.`;
	return title && named.length === 1 ? `${title} ${initial(last)}.` : shownWord(first);
}

function shownWord(word: string): string {
	return UNSPACED.test(word) || word.includes('@') ? `${initial(word)}…` : word;
}

function initial(word: string): string {
	const letters = word.replace(/^[^\p{L}\p{N}]+/u, '');
	const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(letters);
	return first?.segment.toLocaleUpperCase('en') ?? '';
}

function hasLetters(text: string): boolean {
	return /[\p{L}\p{N}]/u.test(text);
}

function plain(word: string): string {
	return word.toLocaleLowerCase('en').replaceAll('.', '');
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}
