import { httpTransport } from '#lib/realtime/http-transport.ts';
import type { NoticeWords } from './messages.ts';
import { readKnown } from './notice-store.ts';
import { readMissed } from './read-missed.ts';
import { ShopWatcher } from './shop-watcher.ts';

/** Milliseconds until a shop that could not be read is read again. */
const RETRY_MS = 5_000;

/**
 * Follows the shop for one person and shows what they are to be told, until the answer is called, or until the server does
 * not know them any more: then it is `over`.
 */
export function watchShop(person: string, show: (words: NoticeWords) => void, over: () => void): () => void {
	let watcher: ShopWatcher | null = null;
	let retry: ReturnType<typeof setTimeout> | undefined;
	let isStopped = false;
	const begin = async () => {
		const answer = await httpTransport(fetch).snapshot();
		if (!answer.ok && answer.problem.status === 401) return over();
		if (!answer.ok) throw new Error(answer.problem.code);
		const { version } = answer.body;
		const missed = await readMissed(readKnown(person)?.version ?? version, version);
		if (!isStopped) watcher = new ShopWatcher(person, { snapshot: answer.body, missed }, { show, over });
	};
	const tryToBegin = () => {
		begin().catch(() => {
			if (!isStopped) retry = setTimeout(tryToBegin, RETRY_MS);
		});
	};
	tryToBegin();
	return () => {
		isStopped = true;
		clearTimeout(retry);
		watcher?.stop();
	};
}
