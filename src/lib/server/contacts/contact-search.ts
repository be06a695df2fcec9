import type { Statements } from '#lib/server/db/transaction.ts';

/** How much of what was typed must be found, one being all of it, for somebody to be close to it. */
const CLOSE_ENOUGH = 0.4;

/** Fewer letters are close to everybody. */
const LETTERS_TO_GUESS = 3;

/**
 * L3: every word stands somewhere in name, company and e-mail, whatever its case and accents; or all of it is part of the
 * phone number.
 */
export function matches(sql: Statements, q: string) {
	const words = wordsOf(q).map((word) => sql`search like fold_text(${containing(word)})`);
	const all = words.reduce((some, word) => sql`${some} and ${word}`);
	return isPhone(q) ? sql`(${all} or phone_digits like ${containing(digitsOf(q))})` : sql`(${all})`;
}

/** Whether what was typed is where a word begins: those are told first. */
export function beginsAWord(sql: Statements, q: string) {
	return sql`(' ' || search like fold_text(${containing(` ${q.trim()}`)}))`;
}

/** Whether it is worth looking for those who are close to it. */
export function canGuess(q: string): boolean {
	return !isPhone(q) && q.replace(/[^\p{L}]/gu, '').length >= LETTERS_TO_GUESS;
}

/** L3: sets, for this transaction, how close is close; without it the index does not know. */
export function setCloseness(sql: Statements) {
	return sql`select set_config('pg_trgm.word_similarity_threshold', ${String(CLOSE_ENOUGH)}, true)`;
}

/** L3: name, company or e-mail are close to what was typed: a letter too many, too few or another one. */
export function isClose(sql: Statements, q: string) {
	return sql`fold_text(${q}) <% search`;
}

/** How far from what was typed, for the order. */
export function farFrom(sql: Statements, q: string) {
	return sql`fold_text(${q}) <<-> search`;
}

function wordsOf(q: string): string[] {
	return q.split(/\s+/u).filter(Boolean);
}

function isPhone(q: string): boolean {
	return digitsOf(q).length > 2 && /^[\d\s()+./-]+$/.test(q);
}

function digitsOf(q: string): string {
	return q.replace(/\D/g, '');
}

function containing(text: string): string {
	return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
