import { refetchStyles } from './refetch-styles.ts';

export interface ToastAction {
	label: string;
	run: () => void;
}

export interface ToastOptions {
	/** A problem stays longer and is read out at once. */
	tone?: 'plain' | 'problem';
	/** The same id replaces the notice that is shown. */
	id?: string;
	action?: ToastAction;
	/** It stays until something is pressed in it, or another takes its place. */
	stays?: boolean;
	/** A second, quieter thing to do: putting away what stays. */
	dismiss?: ToastAction;
}

/** Milliseconds until the program for notices is fetched again. */
const REFETCH_MS = 2_000;

let draw: () => Promise<void> = () => Promise.resolve();

/** Says how a page comes to draw notices; each notice waits for it. Holds until the returned function is called. */
export function drawWith(page: () => Promise<void>): () => void {
	draw = page;
	return () => {
		if (draw === page) draw = () => Promise.resolve();
	};
}

/** Shows a notice in the corner for some seconds, with what to do about it. */
export async function notify(text: string, options: ToastOptions = {}): Promise<void> {
	const { tone = 'plain', id, action, dismiss, stays = false } = options;
	const toast = await fetchToast();
	const show = tone === 'problem' ? toast.error : toast;
	show(text, {
		...(id === undefined ? {} : { id }),
		// Always said: a notice that is replaced would otherwise keep its action.
		...{ action: buttonOf(action), cancel: buttonOf(dismiss) },
		duration: stays ? Infinity : action || tone === 'problem' ? 9000 : 4500
	});
}

function buttonOf(action: ToastAction | undefined) {
	return action && { label: action.label, onClick: action.run };
}

/** Takes a notice away before its time. */
export async function withdraw(id: string): Promise<void> {
	const toast = await fetchToast();
	toast.dismiss(id);
}

let last: Promise<unknown> = Promise.resolve();

/** Without a network notices wait for it, in the order in which they were told. */
function fetchToast() {
	const fetched = last.then(fetchUntilThere);
	last = fetched;
	return fetched;
}

async function fetchUntilThere() {
	for (;;) {
		try {
			await draw();
			return (await import('svelte-sonner')).toast;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, REFETCH_MS));
			refetchStyles();
		}
	}
}
