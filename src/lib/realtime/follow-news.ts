import { openConnection } from './connection.ts';

/** What a page was made of. */
export interface NewsStart {
	version: number;
	/** The version of the shop's rules that the page knows now. */
	rules: () => number;
}

/**
 * P3: hears when the shop's people, rules or displays change, or when nobody is signed in here any more, until the answer
 * is called. For pages that show them and no board. In the browser only.
 */
export function followNews(start: NewsStart, onnews: () => void): () => void {
	let known = start.version;
	const hear = (version: number) => {
		known = Math.max(known, version);
	};
	const connection = openConnection({
		version: () => known,
		linkUp: () => undefined,
		linkDown: () => undefined,
		receive: ({ to }) => hear(to),
		pulse: ({ version, rules = 0 }) => {
			hear(version);
			if (rules > start.rules()) onnews();
		},
		reload: ({ version }) => {
			known = version;
			onnews();
		},
		end: (reason) => {
			if (reason !== 'reload_needed') onnews();
		}
	});
	return connection.close;
}
