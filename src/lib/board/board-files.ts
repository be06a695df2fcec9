import { keepFilesOut, watchFileDrop } from '#lib/ui/file-drop.ts';
import { notify } from '#lib/ui/toast.ts';
import { FILES_NOT_SENT, RETRY } from './board-messages.ts';
import { PARTS } from './board-parts.ts';

type Send = ReturnType<Awaited<ReturnType<typeof PARTS.uploads>>['backgroundUploads']>;

/** A7: files that come from the board: those of a new job, and those that are dropped on a card. */
export class BoardFiles {
	#mayAttach: () => boolean;
	/** One queue for all cards; it outlives the board until its last file has arrived. */
	#send: Promise<Send> | null = null;
	#marked: Element | null = null;

	constructor(mayAttach: () => boolean) {
		this.#mayAttach = mayAttach;
	}

	/** Adds files to a job's inspiration; how that goes is told in notices. */
	async send(number: number, files: readonly File[]): Promise<void> {
		this.#send ??= PARTS.uploads().then(({ backgroundUploads }) => backgroundUploads());
		try {
			(await this.#send)({ job: number, kind: 'inspiration' }, files);
		} catch {
			this.#send = null;
			const action = { label: RETRY, run: () => void this.send(number, files) };
			await notify(FILES_NOT_SENT, { tone: 'problem', stays: true, action });
		}
	}

	/** Takes what is dropped on a card, and keeps the browser from opening what is dropped beside one. */
	watch(): () => void {
		const over = (at: Element | null) => this.#mark(at && this.#mayAttach() ? cardAt(at) : null);
		const take = (files: File[], at: Element) => {
			const number = Number(cardAt(at)?.dataset['item']);
			if (number) void this.send(number, files);
		};
		const stops = [watchFileDrop(document, { over, take }), keepFilesOut()];
		return () => {
			for (const stop of stops) stop();
		};
	}

	#mark(card: HTMLElement | null): boolean {
		if (card !== this.#marked) {
			this.#marked?.removeAttribute('data-file-over');
			card?.setAttribute('data-file-over', '');
			this.#marked = card;
			// The program is on its way while the pointer is.
			if (card) void PARTS.uploads().catch(() => undefined);
		}
		return card !== null;
	}
}

function cardAt(element: Element): HTMLElement | null {
	return element.closest<HTMLElement>('[data-item]');
}
