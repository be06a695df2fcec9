/** L3: one word of a search, compared with the words that the shop's jobs have. Letters and digits only, folded. */
export interface TypedWord {
	word: string;
	/** Whether some word begins with it. */
	begins: boolean;
	/** Words that have it inside. */
	within: readonly string[];
	/** Words that may have been meant, when it begins none. */
	similar: readonly string[];
}

/** L3: what to look for, in PostgreSQL's notation, from the closest match to the loosest. */
export interface WordQueries {
	/** All words as they are, on the card. */
	whole: string;
	/** Words that begin with them, on the card. */
	begins: string;
	/** The same, in the notes too. */
	anywhere: string;
	/** Also inside of words, and mistyped. */
	loose: string;
}

/** What stands on the card has this weight, the notes have another. */
const CARD = 'A';
/** Shorter words have too many neighbours to guess which one was meant. */
const SHORTEST_GUESS = 4;

/** L3: the queries of a search; `null` when nothing of it is a word. */
export function wordQueries(words: readonly TypedWord[]): WordQueries | null {
	if (words.length === 0) return null;
	const all = (of: (word: TypedWord) => string[]) => words.map((word) => anyOf(of(word))).join(' & ');
	return {
		whole: all(({ word }) => asTyped(word).map((one) => lexeme(one, CARD))),
		begins: all(({ word }) => asTyped(word).map((one) => lexeme(one, `*${CARD}`))),
		anywhere: all(({ word }) => asTyped(word).map((one) => lexeme(one, '*'))),
		loose: all((typed) => [
			...asTyped(typed.word).map((one) => lexeme(one, '*')),
			...typed.within.map((word) => lexeme(word)),
			...meant(typed)
		])
	};
}

/** J2: a number is found with and without its zeros. */
function asTyped(word: string): string[] {
	const plain = /^0+\d/.test(word) ? word.replace(/^0+(?=\d)/, '') : word;
	return plain === word ? [word] : [word, plain];
}

/** Two letters that changed places are two mistakes to a distance, and one to a typist. */
function meant({ word, begins, similar }: TypedWord): string[] {
	if (begins || word.length < SHORTEST_GUESS || /^\d+$/.test(word)) return [];
	return [...swaps(word).map((swapped) => lexeme(swapped, '*')), ...similar.map((one) => lexeme(one))];
}

function swaps(word: string): string[] {
	const letters = [...word];
	return letters.slice(1).map((letter, index) => {
		const swapped = [...letters];
		[swapped[index], swapped[index + 1]] = [letter, letters[index] ?? ''];
		return swapped.join('');
	});
}

function anyOf(parts: string[]): string {
	return `(${parts.join(' | ')})`;
}

/** A word has letters and digits alone; the quotes make sure of it. */
function lexeme(word: string, flags = ''): string {
	return `'${word.replace(/['\\]/g, '')}'${flags && `:${flags}`}`;
}
