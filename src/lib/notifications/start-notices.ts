import { isAnyOn } from './notice-settings.ts';
import { onSettings, readSettings } from './notice-store.ts';
import { onNoticePress } from './show-notice.ts';

/** Whether this browser shows notices, and lets one page at a time lead: it does neither without https. */
export function canNotify(): boolean {
	return typeof Notification === 'function' && 'locks' in navigator;
}

/**
 * Tells a person of their jobs on every page of the shop, if they asked for it in this browser, until the answer is called.
 * `open` goes to an address. The program for it is fetched for those who asked only.
 */
export function startNotices(person: string, open: (href: string) => void): () => void {
	if (!canNotify()) return () => undefined;
	let stop: (() => void) | null = null;
	const follow = () => {
		const isWanted = Notification.permission === 'granted' && isAnyOn(readSettings(person));
		if (isWanted) stop ??= lead(person, open);
		else {
			stop?.();
			stop = null;
		}
	};
	const unfollow = onSettings(follow);
	const unlisten = onNoticePress(open);
	follow();
	return () => {
		unfollow();
		unlisten();
		stop?.();
	};
}

function lead(person: string, open: (href: string) => void): () => void {
	let isStopped = false;
	let stop = () => {
		isStopped = true;
	};
	const load = async () => {
		const { leadNotices } = await import('./lead-notices.ts');
		if (!isStopped) stop = leadNotices(person, open);
	};
	// Without a network nothing is told; the next page tries again.
	load().catch(() => undefined);
	return () => stop();
}
