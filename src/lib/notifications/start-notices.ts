import { isAnyOn } from './notice-settings.ts';
import { onSettings, readSettings } from './notice-store.ts';

/** Browsers that let no page show a notice, although some of them ask for permission. */
const PHONES = /Android|iPhone|iPad/;

/** Whether this browser lets a page show notices, and one page at a time lead: it does neither without https. */
export function canNotify(): boolean {
	return typeof Notification === 'function' && 'locks' in navigator && !PHONES.test(navigator.userAgent);
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
	follow();
	return () => {
		unfollow();
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
