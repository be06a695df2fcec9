import { openConnection } from '#lib/realtime/connection.ts';

export interface Follower {
	/** The shop's version that the page was made at. */
	version: number;
	/** The mark of the people and rules that the page was made at. */
	news: () => string | null;
	/** Something has happened to the job, or may have. */
	onchange: () => void;
	onlink: (isUp: boolean) => void;
	/** Names, rules or rights may have changed, or nobody is signed in any more: the server decides anew. */
	onnews: () => void;
}

/** Hears of every change of one job over a connection of its own, until the answer is called. In the browser only. */
export function followJob(number: number, { version, news, onchange, onlink, onnews }: Follower): () => void {
	let known = version;
	const connection = openConnection({
		version: () => known,
		news,
		linkUp: () => onlink(true),
		linkDown: () => onlink(false),
		receive: ({ from, to, changes }) => {
			// Whatever lies in a gap is not asked for one by one: the job is read once.
			const isMissing = from > known;
			known = Math.max(known, to);
			if (isMissing || changes.some((change) => change.number === number)) onchange();
		},
		pulse: (pulse) => {
			if (pulse.version > known) onchange();
			known = Math.max(known, pulse.version);
		},
		reload: (to) => {
			known = to.version;
			onchange();
			onnews();
		},
		end: (reason) => {
			onlink(false);
			if (reason !== 'reload_needed') onnews();
		}
	});
	return connection.close;
}
