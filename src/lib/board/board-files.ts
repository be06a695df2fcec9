import { keepFilesOut } from '#lib/ui/keep-files-out.ts';
import { notify } from '#lib/ui/toast.ts';
import { FILES_NOT_SENT, RETRY } from './board-messages.ts';
import { PARTS } from './board-parts.ts';
import type { CardFiles } from './card-files.ts';

/**
 * A7: files that come from the board: those of a new job, and those that are dropped on a card. What sends them is
 * fetched with the first file that comes near.
 */
export class BoardFiles {
	#mayAttach: () => boolean;
	#part: Promise<CardFiles> | null = null;
	#stops: (() => void)[] = [];

	constructor(mayAttach: () => boolean) {
		this.#mayAttach = mayAttach;
	}

	/** Adds files to a job's inspiration; how that goes is told in notices. */
	async send(number: number, files: readonly File[]): Promise<void> {
		const part = await this.#fetch().catch(() => null);
		if (part) return part.send(number, files);
		const action = { label: RETRY, run: () => void this.send(number, files) };
		await notify(FILES_NOT_SENT, { tone: 'problem', stays: true, action });
	}

	/** Takes what is dropped on a card, until the answer is called. */
	watch(): () => void {
		const near = () => this.#mayAttach() && void this.#fetch().catch(() => undefined);
		addEventListener('dragenter', near);
		this.#stops = [keepFilesOut(), () => removeEventListener('dragenter', near)];
		return () => {
			for (const stop of this.#stops) stop();
		};
	}

	#fetch(): Promise<CardFiles> {
		this.#part ??= this.#start();
		return this.#part;
	}

	async #start(): Promise<CardFiles> {
		try {
			const { CardFiles } = await PARTS.files();
			const part = new CardFiles(this.#mayAttach);
			this.#stops.push(part.watch());
			return part;
		} catch (error) {
			this.#part = null;
			throw error;
		}
	}
}
