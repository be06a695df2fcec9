import { openConnection, type ConnectionEnd, type ConnectionListener } from './connection.ts';

/** What a page was made of. */
export interface AccessStart {
	/** Whose page it is. */
	me: string;
	version: number;
}

export interface NewsStart extends AccessStart {
	/** The version of the shop's rules that the page knows now. */
	rules: () => number;
}

type Ended = (reason: ConnectionEnd) => void;

/**
 * P3: hears when the shop's people, rules or displays change, and when whoever opened the page may not see it any more,
 * until the answer is called. For pages that show them and no board. In the browser only.
 */
export function followNews(start: NewsStart, onnews: () => void, onended: Ended): () => void {
	const listener = listenerFor(start, onended);
	return openConnection({
		...listener,
		pulse: (pulse) => {
			listener.pulse(pulse);
			if ((pulse.rules ?? 0) > start.rules()) onnews();
		},
		reload: (to) => {
			listener.reload(to);
			onnews();
		}
	}).close;
}

/** P3: hears only when whoever opened the page may not see it any more. Tells nobody that they are there. */
export function followAccess(start: AccessStart, onended: Ended): () => void {
	return openConnection(listenerFor(start, onended), 'watcher').close;
}

function listenerFor({ me, version }: AccessStart, onended: Ended): ConnectionListener {
	let known = version;
	const hear = (to: { version: number }) => {
		known = Math.max(known, to.version);
	};
	return {
		me,
		version: () => known,
		linkUp: () => undefined,
		linkDown: () => undefined,
		receive: ({ to }) => hear({ version: to }),
		pulse: hear,
		reload: (to) => {
			known = to.version;
		},
		end: onended
	};
}
