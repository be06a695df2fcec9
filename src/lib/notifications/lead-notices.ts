import { lead } from './lead.ts';
import type { NoticeWords } from './messages.ts';
import { showNotice } from './show-notice.ts';
import { watchShop } from './watch-shop.ts';

/** Tells a person of their jobs on one of this browser's pages, until the answer is called. */
export function leadNotices(person: string, open: (href: string) => void): () => void {
	// A browser that shows none after all has nowhere else to say it.
	const show = (words: NoticeWords) => void showNotice(words, open).catch(() => undefined);
	return lead(`notices:${person}`, (over) => watchShop(person, show, over));
}
