/**
 * Runs something on one page of a browser only, however many are open: on whichever holds the lock of this name. When that
 * page goes, or what runs there ends by itself, the next one takes over. Runs until the answer is called.
 */
export function lead(name: string, run: (over: () => void) => () => void): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const hold = () =>
		new Promise<void>((resolve) => {
			const end = run(resolve);
			signal.addEventListener('abort', () => {
				end();
				resolve();
			});
		});
	// Giving up waiting is told as an error.
	void navigator.locks.request(name, { signal }, hold).catch(() => undefined);
	return () => stop.abort();
}
