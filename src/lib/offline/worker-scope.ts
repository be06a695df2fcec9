/** An event that the worker is kept running for. */
export interface LastingEvent extends Event {
	waitUntil: (work: Promise<unknown>) => void;
}

/** A request of one of the worker's pages. */
export interface RequestEvent extends LastingEvent {
	request: Request;
	/** The answer that the browser has asked for while the worker was being started. */
	preloadResponse: Promise<Response | undefined>;
	respondWith: (answer: Promise<Response>) => void;
}

/** What of a service worker's global scope is used: the page's own types name none of it. */
export interface WorkerScope {
	addEventListener: ((type: 'install' | 'activate', listen: (event: LastingEvent) => void) => void) &
		((type: 'fetch', listen: (event: RequestEvent) => void) => void);
	skipWaiting: () => Promise<void>;
	clients: { claim: () => Promise<void> };
	registration: { navigationPreload?: { enable: () => Promise<void> } };
	location: Location;
}
