import { connect } from '#lib/server/db/client.ts';

export const LISTENER_NAME = 'benchboard-listen';

export interface Listening {
	/** Throws the connection away and makes a new one: this one has stopped hearing. */
	restart: () => void;
	close: () => Promise<void>;
}

export interface Channels {
	/** What to do with a payload, by channel. */
	hear: Record<string, (payload: string) => void>;
	/** After each (re)connection: whatever was announced before it is lost. */
	listening: () => void;
}

/** Listens on a connection of its own, and gets a new one whenever it is lost, for as long as it takes. */
export function listen(url: string, { hear, listening }: Channels): Listening {
	let client = open();
	function open() {
		const opened = connect(url, { max: 1, applicationName: LISTENER_NAME });
		for (const [channel, take] of Object.entries(hear)) {
			// A first attempt that fails is repeated by the driver like one that fails later.
			opened.sql.listen(channel, take, listening).catch(() => undefined);
		}
		return opened;
	}
	return {
		restart: () => {
			void client.close().catch(() => undefined);
			client = open();
		},
		close: () => client.close()
	};
}
