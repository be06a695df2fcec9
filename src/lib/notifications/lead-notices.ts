import { lead } from './lead.ts';
import type { NoticeWords } from './messages.ts';
import { watchShop } from './watch-shop.ts';

/** Tells a person of their jobs on one of this browser's pages, until the answer is called. */
export function leadNotices(person: string, open: (href: string) => void): () => void {
	return lead(`notices:${person}`, (over) => watchShop(person, (words) => show(words, open), over));
}

/** A notice of the same job takes the place of the one before. */
function show({ title, body, href, tag }: NoticeWords, open: (href: string) => void): void {
	const notice = new Notification(title, { body, tag });
	notice.onclick = () => {
		notice.close();
		window.focus();
		open(href);
	};
}
