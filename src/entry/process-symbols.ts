/** The HTTP server, handed by whoever starts the process to the application, which attaches its sockets to it. */
export const HTTP_SERVER = Symbol.for('benchboard.http');

/** What the application leaves here when it has come up: how it ends, in this order. */
export const SHUTDOWN = Symbol.for('benchboard.shutdown');

export interface Shutdown {
	/** Closes every socket, so that its screen comes back elsewhere; requests are still answered. */
	disconnect: () => Promise<void>;
	/** Ends what requests need: no more of them are answered. */
	close: () => Promise<void>;
}

/** What the application left; before it has come up there is nothing to end. */
export function leftShutdown(): Shutdown {
	const nothing = () => Promise.resolve();
	return (
		(Reflect.get(globalThis, SHUTDOWN) as Shutdown | undefined) ?? { disconnect: nothing, close: nothing }
	);
}
