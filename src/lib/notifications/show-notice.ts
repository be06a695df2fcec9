import type { NoticeWords } from './messages.ts';

/** What a notice of the worker's carries along, and what the worker tells the page that it chooses when it is pressed. */
export interface NoticePress {
	href: string;
}

/**
 * Shows a notice; one of the same job takes the place of the one before. The worker shows it where there is one: phones show
 * no other. `open` goes to an address.
 */
export async function showNotice(words: NoticeWords, open: (href: string) => void): Promise<void> {
	const { title, body, href, tag } = words;
	const worker = await navigator.serviceWorker?.getRegistration();
	if (worker?.active) {
		const data: NoticePress = { href };
		return worker.showNotification(title, { body, tag, data, icon: '/icon-192.png' });
	}
	const notice = new Notification(title, { body, tag });
	notice.onclick = () => {
		notice.close();
		window.focus();
		open(href);
	};
}

/** Goes where the worker says, when one of its notices was pressed, until the answer is called. */
export function onNoticePress(open: (href: string) => void): () => void {
	const worker = navigator.serviceWorker;
	const go = ({ data }: MessageEvent<NoticePress>) => open(data.href);
	worker?.addEventListener('message', go);
	return () => worker?.removeEventListener('message', go);
}
