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

/** Shows a notice in the corner for some seconds, with what to do about it. */
export async function notify(text: string, options: ToastOptions = {}): Promise<void> {
	const { tone = 'plain', id, action, dismiss, stays = false } = options;
	const { toast } = await import('svelte-sonner');
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
	const { toast } = await import('svelte-sonner');
	toast.dismiss(id);
}
