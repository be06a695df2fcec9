import { openConnection } from '#lib/realtime/connection.ts';

export interface SettingsFollower {
	/** The version of the shop that the page was made at. */
	version: number;
	/** The version of the shop's settings that the page knows. */
	settings: () => number;
	/** They have changed, or may have. */
	onrules: () => void;
}

/** Hears of changes of the shop's settings over a connection of its own, until the answer is called. In the browser only. */
export function followSettings({ version, settings, onrules }: SettingsFollower): () => void {
	let known = version;
	const connection = openConnection({
		version: () => known,
		linkUp: () => undefined,
		linkDown: () => undefined,
		receive: ({ to }) => {
			known = Math.max(known, to);
		},
		pulse: (pulse) => {
			known = Math.max(known, pulse.version);
			if ((pulse.settings ?? 0) > settings()) onrules();
		},
		reload: (to) => {
			known = to.version;
			onrules();
		},
		end: () => undefined
	});
	return connection.close;
}
