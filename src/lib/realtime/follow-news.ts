import { openConnection } from './connection.ts';

/** What a page was made of. */
export interface NewsStart {
	version: number;
	/** The mark of the people and rules. */
	news?: () => string | null;
	/** The version of the shop's settings. */
	settings?: () => number;
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
		...(start.news && { news: start.news }),
		linkUp: () => undefined,
		linkDown: () => undefined,
		receive: ({ to }) => hear(to),
		pulse: ({ version, settings = 0 }) => {
			hear(version);
			if (start.settings && settings > start.settings()) onnews();
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
