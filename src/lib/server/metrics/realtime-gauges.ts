import { Gauge, type Registry } from 'prom-client';
import type { FeedState } from '#lib/server/feed/change-feed.ts';

/** How it stands with the screens of this node. */
export interface RealtimeState {
	screens: { person: number; display: number };
	feed: FeedState;
}

/** Tells how it stands with the screens, once there is somebody to ask: one look for all that is told. */
export function realtimeGauges(registry: Registry): (read: () => RealtimeState) => void {
	let read: (() => RealtimeState) | undefined;
	// Collected first, and with it all the others.
	const screens = new Gauge({
		name: 'benchboard_connected_screens',
		help: 'Screens that are connected.',
		labelNames: ['kind'],
		registers: [registry],
		collect: () => {
			if (!read) return;
			const { screens: connected, feed } = read();
			for (const [kind, count] of Object.entries(connected)) screens.set({ kind }, count);
			listening.set(feed.isListening ? 1 : 0);
			versions.set(feed.behind.versions);
			lag.set(feed.behind.ms / 1000);
			unseen.set(feed.unseen / 1000);
		}
	});
	const gauge = (name: string, help: string) =>
		new Gauge({ name: `benchboard_${name}`, help, registers: [registry] });
	const listening = gauge('listen_up', '1 while announcements of changes are heard, else 0.');
	const versions = gauge(
		'feed_lag_versions',
		'Changes of a shop that are known and have not gone out, at most.'
	);
	const lag = gauge('feed_lag_seconds', 'For how long the oldest of them has been known.');
	const unseen = gauge('feed_unseen_seconds', 'Since the last successful look at the log.');
	return (state) => (read = state);
}
