import { createContext } from 'svelte';
import type { ConnectionEnd } from '#lib/realtime/connection.ts';
import type { SessionEnd } from '#lib/realtime/protocol.ts';

/** P3: whether whoever opened this page may still see the shop. One for all pages of a shop, which tell it what they hear. */
export class Access {
	/** Why not: nothing of the shop is shown from then on. */
	ended = $state<SessionEnd | null>(null);

	/** Takes in why a connection is over. A new version of the program is no end of anybody's access. */
	readonly end = (reason: ConnectionEnd): void => {
		if (reason !== 'reload_needed') this.ended ??= reason;
	};
}

export const [useAccess, provideAccess] = createContext<Access>();
