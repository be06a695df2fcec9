import { openConnection } from '#lib/realtime/connection.ts';

export interface Follower {
	/** The shop's version that the page was made at. */
	version: number;
	/** The version of the shop's settings that the page knows. */
	settings: () => number;
	/** The shop's settings, or the rights of people, have changed, or may have. */
	onrules: () => void;
	/** Something has happened to the job, or may have. */
	onchange: () => void;
	onlink: (isUp: boolean) => void;
}

/** Hears of every change of one job over a connection of its own, until the answer is called. In the browser only. */
export function followJob(
	number: number,
	{ version, settings, onrules, onchange, onlink }: Follower
): () => void {
	let known = version;
	const connection = openConnection({
		version: () => known,
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
			if ((pulse.settings ?? 0) > settings()) onrules();
		},
		reload: (to) => {
			known = to.version;
			onchange();
			onrules();
		},
		end: () => onlink(false)
	});
	return connection.close;
}
