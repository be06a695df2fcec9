import type { Server } from 'node:http';
import { beginDraining } from '#lib/server/readiness.ts';
import { closeServer, isWatched } from './http-server.ts';
import { leftShutdown } from './process-symbols.ts';
import type { Ending } from './shutdown.ts';

/** Milliseconds for which `/readyz` says no before the process takes no more requests: a load balancer looks meanwhile. */
const NOTICE = 3000;
/** Milliseconds that running requests have to end in. */
const GRACE: Record<Ending, number> = { soon: 500, drained: 4000 };

/**
 * Takes leave of everybody: says over `/readyz` that nobody is to be sent here, goes on as before until a balancer has seen it,
 * closes the sockets so that their screens connect elsewhere, and lets running requests end. `hasOthers`: whether other nodes
 * may work on the same database; a balancer is waited for only then, and only where one has been looking.
 */
export async function leave(server: Server, ending: Ending, hasOthers: boolean): Promise<void> {
	beginDraining();
	if (ending === 'drained' && hasOthers && isWatched()) await pause(NOTICE);
	const { disconnect, close } = leftShutdown();
	await closeServer(server, disconnect, GRACE[ending]);
	await close();
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
