import type { Instant } from '#lib/kernel/dates.ts';
import { openConnection, type ConnectionEnd } from '#lib/realtime/connection.ts';
import type { Terminal } from '#lib/realtime/protocol.ts';

export interface Follower {
	/** Whose page it is. */
	me: string;
	/** The shop's version that the page was made at. */
	version: number;
	/** The version of the shop's rules that the page knows now. */
	rules: () => number;
	/** The shop's name, rules or people have changed, or may have. */
	onrules: () => void;
	/** P3: whoever opened the page may not see it any more. */
	onended: (reason: ConnectionEnd) => void;
	/** Something has happened to the job, or may have. */
	onchange: () => void;
	onlink: (isUp: boolean) => void;
	/** P4: who is connected to the shop. */
	onpresence: (terminals: readonly Terminal[]) => void;
	/** G5: the server says what time it is. */
	ontime: (now: Instant) => void;
}

/**
 * Hears of every change of one job, and lets others know that it is looked at, over a connection of its own, until the answer
 * is called. In the browser only.
 */
export function followJob(
	number: number,
	{ me, version, rules, onrules, onended, onchange, onlink, onpresence, ontime }: Follower
): () => void {
	let known = version;
	const connection = openConnection({
		me,
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
			if ((pulse.rules ?? 0) > rules()) onrules();
		},
		reload: (to) => {
			known = to.version;
			onchange();
			onrules();
		},
		presence: onpresence,
		end: (reason) => {
			onlink(false);
			onended(reason);
		}
	});
	connection.report({ looking: number });
	return connection.close;
}
