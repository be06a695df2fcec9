import type { Instant } from '#lib/kernel/dates.ts';
import { openConnection } from '#lib/realtime/connection.ts';

export interface Follower {
	/** The shop's version that the page was made at. */
	version: number;
	/** Something has happened to the job, or may have. */
	onchange: () => void;
	onlink: (isUp: boolean) => void;
	/** G5: the server says what time it is. */
	ontime: (now: Instant) => void;
}

/** Hears of every change of one job over a connection of its own, until the answer is called. In the browser only. */
export function followJob(number: number, { version, onchange, onlink, ontime }: Follower): () => void {
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
			ontime(pulse.now);
			if (pulse.version > known) onchange();
			known = Math.max(known, pulse.version);
		},
		reload: (to) => {
			known = to.version;
			onchange();
		},
		end: () => onlink(false)
	});
	return connection.close;
}
