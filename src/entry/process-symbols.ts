/** The HTTP server, handed by whoever starts the process to the application, which attaches its sockets to it. */
export const HTTP_SERVER = Symbol.for('benchboard.http');

/** A `() => Promise<void>` that the application leaves here: it ends sockets, listeners and pools before the process goes. */
export const SHUTDOWN = Symbol.for('benchboard.shutdown');

/** Runs what the application left; before it has come up there is nothing. */
export async function shutDownApplication(): Promise<void> {
	const shutDown: unknown = Reflect.get(globalThis, SHUTDOWN);
	if (typeof shutDown === 'function') await shutDown();
}
