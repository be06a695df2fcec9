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

/** A press on a notice. */
export interface NoticeEvent extends LastingEvent {
	notification: Notification;
}

/** One of the browser's pages of this origin. */
export interface WorkerClient {
	url: string;
	focus: () => Promise<unknown>;
	postMessage: (message: unknown) => void;
}

/** What of a service worker's global scope is used: the page's own types name none of it. */
export interface WorkerScope {
	addEventListener: ((type: 'install' | 'activate', listen: (event: LastingEvent) => void) => void) &
		((type: 'fetch', listen: (event: RequestEvent) => void) => void) &
		((type: 'notificationclick', listen: (event: NoticeEvent) => void) => void);
	skipWaiting: () => Promise<void>;
	clients: {
		claim: () => Promise<void>;
		/** The one looked at last comes first. */
		matchAll: (options: { type: 'window' }) => Promise<readonly WorkerClient[]>;
		openWindow: (href: string) => Promise<unknown>;
	};
	registration: { navigationPreload?: { enable: () => Promise<void> } };
	location: Location;
}
