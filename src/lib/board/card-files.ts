import { backgroundUploads } from '#lib/attachments/background-uploads.ts';
import { watchFileDrop } from '#lib/ui/file-drop.ts';

/** A7: sends files to the jobs of cards, and takes those that are dropped on one. */
export class CardFiles {
	#mayAttach: () => boolean;
	/** One queue for all cards; it outlives the board until its last file has arrived. */
	#send = backgroundUploads();
	#marked: Element | null = null;

	constructor(mayAttach: () => boolean) {
		this.#mayAttach = mayAttach;
	}

	send(number: number, files: readonly File[]): void {
		this.#send({ job: number, kind: 'inspiration' }, files);
	}

	/** Until the answer is called. */
	watch(): () => void {
		return watchFileDrop(document, {
			over: (at) => this.#mark(at && this.#mayAttach() ? cardAt(at) : null),
			take: (files, at) => {
				const number = Number(cardAt(at)?.dataset['item']);
				if (number) this.send(number, files);
			}
		});
	}

	#mark(card: HTMLElement | null): boolean {
		if (card !== this.#marked) {
			this.#marked?.removeAttribute('data-file-over');
			card?.setAttribute('data-file-over', '');
			this.#marked = card;
		}
		return card !== null;
	}
}

function cardAt(element: Element): HTMLElement | null {
	return element.closest<HTMLElement>('[data-item]');
}
