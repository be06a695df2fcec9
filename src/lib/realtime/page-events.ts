/** What a page can tell of its network and of having slept. */
export interface PageListener {
	/** The browser knows that there is no network. */
	offline: () => void;
	/** There is a network again, or the page was asleep or out of sight: the connection may be dead without knowing. */
	back: () => void;
}

/** Listens to the page until the answer is called. */
export function watchPage({ offline, back }: PageListener): () => void {
	const shown = () => {
		if (document.visibilityState === 'visible') back();
	};
	addEventListener('offline', offline);
	addEventListener('online', back);
	addEventListener('pageshow', back);
	document.addEventListener('visibilitychange', shown);
	return () => {
		removeEventListener('offline', offline);
		removeEventListener('online', back);
		removeEventListener('pageshow', back);
		document.removeEventListener('visibilitychange', shown);
	};
}
