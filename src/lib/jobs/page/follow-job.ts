import { openConnection } from '#lib/realtime/connection.ts';
import type { Terminal } from '#lib/realtime/protocol.ts';

export interface Follower {
	/** The shop's version that the page was made at. */
	version: number;
	/** Something has happened to the job, or may have. */
	onchange: () => void;
	onlink: (isUp: boolean) => void;
	/** P4: who is connected to the shop. */
	onpresence: (terminals: readonly Terminal[]) => void;
}

/** Hears of every change of one job, and lets others know that it is looked at, over a connection of its own, until the answer is called. In the browser only. */
export function followJob(number: number, { version, onchange, onlink, onpresence }: Follower): () => void {
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
		},
		reload: (to) => {
			known = to.version;
			onchange();
		},
		presence: onpresence,
		end: () => onlink(false)
	});
	connection.report({ looking: number });
	return connection.close;
}
