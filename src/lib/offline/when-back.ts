/** Milliseconds before the server is asked for the first time, and from then on. */
const FIRST = 1000;
const AGAIN = 3000;

/** Runs `goOn` once the server answers and its database does. Returns what stops asking. */
export function whenBack(goOn: () => void): () => void {
	let timer = setTimeout(ask, FIRST);
	const stop = new AbortController();
	const askNow = () => {
		clearTimeout(timer);
		void ask();
	};
	window.addEventListener('online', askNow, { signal: stop.signal });

	async function ask() {
		const answer = await fetch('/readyz', { cache: 'no-store', signal: stop.signal }).catch(() => null);
		if (stop.signal.aborted) return;
		if (answer?.ok) goOn();
		else timer = setTimeout(ask, AGAIN);
	}

	return () => {
		clearTimeout(timer);
		stop.abort();
	};
}
