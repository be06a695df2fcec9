import { connect } from '#lib/server/db/client.ts';

export const LISTENER_NAME = 'benchboard-listen';

export interface Listening {
	/** Whether it listens, as far as is known: a line that is cut without a word is noticed late. */
	readonly isUp: boolean;
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
	let isUp = false;
	let client = open();
	function open() {
		// One that was thrown away says nothing of the one that took its place.
		const note = (state: boolean) => {
			if (client === opened) isUp = state;
		};
		const onLost = () => note(false);
		const opened = connect(url, { max: 1, applicationName: LISTENER_NAME, onLost });
		const onListening = () => {
			note(true);
			listening();
		};
		for (const [channel, take] of Object.entries(hear)) {
			// A first attempt that fails is repeated by the driver like one that fails later.
			opened.sql.listen(channel, take, onListening).catch(() => undefined);
		}
		return opened;
	}
	return {
		get isUp() {
			return isUp;
		},
		restart: () => {
			isUp = false;
			void client.close().catch(() => undefined);
			client = open();
		},
		close: () => client.close()
	};
}
