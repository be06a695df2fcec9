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
}

/** Shows a notice in the corner for some seconds, with at most one thing to do about it. */
export async function notify(text: string, { tone = 'plain', id, action }: ToastOptions = {}): Promise<void> {
	const { toast } = await import('svelte-sonner');
	const show = tone === 'problem' ? toast.error : toast;
	show(text, {
		...(id === undefined ? {} : { id }),
		// Always said: a notice that is replaced would otherwise keep its action.
		...{ action: action && { label: action.label, onClick: action.run } },
		duration: action || tone === 'problem' ? 9000 : 4500
	});
}

/** Takes a notice away before its time. */
export async function withdraw(id: string): Promise<void> {
	const { toast } = await import('svelte-sonner');
	toast.dismiss(id);
}
