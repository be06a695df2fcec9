import { createContext } from 'svelte';
import { notify } from '#lib/ui/toast.ts';
import { FIELDS, hasModifier } from './free-keys.ts';
import { hasJob } from './has-job.ts';
import { noSuchJob, scannedMeanwhile } from './messages.ts';
import { watchScanner } from './watch-scanner.ts';

type Open = (number: number) => Promise<void> | void;

/** The keys that work on every page of a shop: the sheet that lists them, and the barcode scanner. */
export class FrameKeys {
	/** Whether the sheet is open. */
	isListing = $state(false);
	#go: (address: string) => void;
	#open: Open | null = null;

	/** `go` leads to a page of the shop. */
	constructor(go: (address: string) => void) {
		this.#go = go;
	}

	/** From here on a page opens jobs in its own way, until the answer is called. */
	openWith(open: Open): () => void {
		this.#open = open;
		return () => {
			if (this.#open === open) this.#open = null;
		};
	}

	/** Listens until the answer is called; before anything else on the page does, for a scanner types in a hurry. */
	watch(): () => void {
		const onKey = (event: KeyboardEvent) => this.#onKey(event);
		const stopScanner = watchScanner({
			open: (number) => void (this.#open ?? this.#openPage)(number),
			wait: (number) => void notify(scannedMeanwhile(number), { tone: 'problem', id: 'scanned' })
		});
		window.addEventListener('keydown', onKey);
		return () => {
			stopScanner();
			window.removeEventListener('keydown', onKey);
		};
	}

	/** J2: a number may be no job's: then the page stays. */
	#openPage = async (number: number): Promise<void> => {
		if (await hasJob(number, fetch)) this.#go(`/work-orders/${number}`);
		else void notify(noSuchJob(number), { tone: 'problem', id: 'scanned' });
	};

	/** The sheet opens over dialogs too: only a field and a menu take the key for themselves. */
	#onKey(event: KeyboardEvent): void {
		if (event.key !== '?' || event.defaultPrevented || hasModifier(event)) return;
		if (event.target instanceof Element && event.target.closest(`${FIELDS}, [role="menu"]`)) return;
		event.preventDefault();
		this.isListing = true;
	}
}

export const [useFrameKeys, provideFrameKeys] = createContext<FrameKeys>();
