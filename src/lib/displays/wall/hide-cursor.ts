/** How long the pointer stays after it was moved, in milliseconds. */
const STAYS_MS = 3_000;

/** Takes the pointer out of the picture unless somebody has just moved it. Returns what ends that. */
export function hideCursor(node: HTMLElement): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const hide = () => node.style.setProperty('cursor', 'none');
	const show = () => {
		node.style.removeProperty('cursor');
		clearTimeout(timer);
		timer = setTimeout(hide, STAYS_MS);
	};
	show();
	node.addEventListener('pointermove', show);
	return () => {
		clearTimeout(timer);
		node.removeEventListener('pointermove', show);
	};
}
