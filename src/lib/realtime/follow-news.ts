import { openConnection } from './connection.ts';

/**
 * P3: hears when the shop's people, rules or displays change, or when nobody is signed in here any more, until the answer
 * is called. For pages that show them and no board. In the browser only.
 */
export function followNews(
	start: { version: number; news: () => string | null },
	onnews: () => void
): () => void {
	let known = start.version;
	const hear = (version: number) => {
		known = Math.max(known, version);
	};
	const connection = openConnection({
		version: () => known,
		news: start.news,
		linkUp: () => undefined,
		linkDown: () => undefined,
		receive: ({ to }) => hear(to),
		pulse: ({ version }) => hear(version),
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
