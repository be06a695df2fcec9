import type { Statements } from '#lib/server/db/transaction.ts';
import type { Search } from './read-search.ts';

/** L3: the jobs that a search finds, as a condition on `job_search f`. */
export function foundBy(sql: Statements, { words, phoneDigits }: Search) {
	const byWords = words ? sql`f.words @@ ${words.loose}::tsquery` : sql`false`;
	return phoneDigits ? sql`(${byWords} or f.phone_digits like ${`%${phoneDigits}%`})` : byWords;
}

/**
 * L3: how well a job that was found fits: the number itself, a number that begins like it, whole words of the card,
 * beginnings of words there, beginnings anywhere, a phone number, everything looser. The larger, the better.
 */
export function matchOf(sql: Statements, { number, words, phoneDigits }: Search) {
	const byNumber =
		number === null
			? sql``
			: sql`when f.number = ${number} then 6 when f.number::text like ${`${number}%`} then 5`;
	const byWords = words
		? sql`
			when f.words @@ ${words.whole}::tsquery then 4
			when f.words @@ ${words.begins}::tsquery then 3
			when f.words @@ ${words.anywhere}::tsquery then 2`
		: sql``;
	const byPhone = phoneDigits ? sql`when f.phone_digits like ${`%${phoneDigits}%`} then 1` : sql``;
	return sql`case ${byNumber} ${byWords} ${byPhone} when true then 0 end`;
}
