import { phoneDigitsOf } from '#lib/finding/search-digits.ts';
import { wordQueries, type TypedWord, type WordQueries } from '#lib/finding/search-words.ts';
import { parseJobNumber } from '#lib/jobs/job-number.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** L3: what a search looks for. */
export interface Search {
	/** J2: the job that was asked for by its number. */
	number: number | null;
	words: WordQueries | null;
	phoneDigits: string | null;
}

/** A search of more words is narrow enough without the rest. */
const MOST_WORDS = 8;

/**
 * L3: compares what was typed with the words of the shop's jobs: a few thousand short words instead of every job's text,
 * so that typing mistakes cost no more than a look into an index. Returns `null` for an empty search.
 */
export async function readSearch(sql: Statements, shopId: string, q: string): Promise<Search | null> {
	if (q === '') return null;
	const words = await sql<TypedWord[]>`
		select t.word, b.begins,
			case when length(t.word) > 2 then array(
				select word from job_words
				where shop_id = ${shopId} and word like '%' || t.word || '%' and not word ^@ t.word
				order by word limit 50
			) else '{}' end as within,
			case when length(t.word) between 4 and 40 and not b.begins
				then array(select similar_job_words(${shopId}, t.word)) else '{}' end as similar
		from unnest(string_to_array(trim(search_text(${q})), ' ')) with ordinality as t (word, place)
		cross join lateral (
			select exists (
				select from job_words
				where shop_id = ${shopId} and word >= t.word and word < t.word || chr(1114111)
			) as begins
		) b
		where t.place <= ${MOST_WORDS} and t.word <> ''
		order by t.place`;
	return { number: parseJobNumber(q), words: wordQueries(words), phoneDigits: phoneDigitsOf(q) };
}
