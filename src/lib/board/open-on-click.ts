/** Opens the job of a card that is clicked, anywhere but on its buttons; with Ctrl and the like a link stays a link. */
export function openOnClick(open: (number: number) => Promise<void>) {
	return (board: HTMLElement) => {
		const onclick = (event: MouseEvent) => {
			const target = event.target as Element;
			const card = target.closest<HTMLElement>('[data-item]');
			const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
			if (!card || !isPlain || event.button !== 0 || event.defaultPrevented || target.closest('button'))
				return;
			event.preventDefault();
			void open(Number(card.dataset['item']));
		};
		board.addEventListener('click', onclick);
		return () => board.removeEventListener('click', onclick);
	};
}
