/** How long cards take to make room for each other, and a dropped one to settle. */
export const GLIDE_MS = 120;

/**
 * Lets the cards of a column glide to their new places. Only what is in sight is moved, and all places are read at
 * once, so that long columns keep their frames; Svelte's own `animate:flip` moves every card and costs several.
 */
export class Glide {
	#places = new Map<Element, number>();

	/** Before the column changes: notes where its cards are. */
	remember(zone: Element): void {
		const { top, bottom } = zone.getBoundingClientRect();
		this.#places.clear();
		for (const card of zone.children) {
			const place = card.getBoundingClientRect();
			if (place.bottom > top && place.top < bottom) this.#places.set(card, place.top);
		}
	}

	/** After the column has changed: takes the cards from where they were to where they are. */
	play(): void {
		const moved = [...this.#places]
			.map(([card, before]) => ({ card, by: before - card.getBoundingClientRect().top }))
			.filter(({ card, by }) => by !== 0 && card.isConnected);
		for (const { card, by } of moved) {
			const frames = [{ transform: `translateY(${by}px)` }, { transform: 'none' }];
			card.animate(frames, { duration: GLIDE_MS, easing: 'ease-out' });
		}
		this.#places.clear();
	}
}
